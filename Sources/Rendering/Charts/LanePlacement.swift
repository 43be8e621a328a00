/// Which events of a lane are told by name, and where: the most telling first, each in the first row where
/// its mark and its words meet no other's.
struct LanePlacement {
  struct Place {
    let event: LaneEvent
    let row: Int
    /// The mark, a point or a bar.
    let mark: ClosedRange<Double>
    let label: String
    let labelX: Double
    let isLeft: Bool
  }

  private(set) var places: [Place] = []
  private(set) var rows = 0

  /// `limit` is how many rows there may be; a label is at least `shortest` wide, or its whole text, and
  /// longer where its row has room.
  init(_ events: [LaneEvent], _ scale: TimeScale, limit: Int, shortest: Double) {
    var taken = [[ClosedRange<Double>]](repeating: [], count: limit)
    // Ids are as good as random: what is equally telling is drawn from all over the time.
    let order = events.sorted { ($1.weight, $0.id) < ($0.weight, $1.id) }
    for event in order where places.count < 200 {
      let place = Place(event, scale, longest: shortest)
      let range = place.range
      guard range.lowerBound >= scale.left - 8, range.upperBound <= scale.right + 8,
        let row = taken.firstIndex(where: { $0.allSatisfy { !$0.overlaps(range) } })
      else { continue }
      taken[row].append(range)
      rows = max(rows, row + 1)
      places.append(place.in(row))
    }
    for index in places.indices {
      places[index] = places[index].widened(
        beside: places.filter { $0.row == places[index].row }, scale)
    }
  }
}

extension LanePlacement.Place {
  fileprivate init(_ event: LaneEvent, _ scale: TimeScale, longest: Double) {
    let from = scale.x(max(event.first, scale.first))
    let to = event.isSpan ? max(scale.x(min(event.last, scale.last)), from) : from
    let label = TextWidth.cut(event.title, to: longest)
    let isLeft = from + 9 + TextWidth.of(label) > scale.right
    self.init(
      event: event, row: 0, mark: from...to, label: label, labelX: from + (isLeft ? -9 : 9),
      isLeft: isLeft)
  }

  /// The mark and its label, with some room about them.
  fileprivate var range: ClosedRange<Double> {
    let width = TextWidth.of(label) + 8
    return isLeft
      ? (labelX - width)...(mark.upperBound + 8)
      : (mark.lowerBound - 8)...max(labelX + width, mark.upperBound + 8)
  }

  fileprivate func `in`(_ row: Int) -> Self {
    Self(event: event, row: row, mark: mark, label: label, labelX: labelX, isLeft: isLeft)
  }

  /// With as much of its title as there is room for beside the others of its row.
  fileprivate func widened(beside others: [Self], _ scale: TimeScale) -> Self {
    let ranges = others.filter { $0.event.id != event.id }.map(\.range)
    let room =
      isLeft
      ? labelX - (ranges.map(\.upperBound).filter { $0 < labelX }.max() ?? scale.left)
      : (ranges.map(\.lowerBound).filter { $0 > labelX }.min() ?? scale.right) - labelX
    let label = TextWidth.cut(event.title, to: max(min(room - 8, 460), TextWidth.of(label)))
    return Self(event: event, row: row, mark: mark, label: label, labelX: labelX, isLeft: isLeft)
  }
}
