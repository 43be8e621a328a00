import EventModel
import Querying

/// Events in lanes for a terminal: at each place the most telling one, and at a lane's end how many there
/// are.
struct LanesText {
  let lines: [String]

  /// Nil where there is no dated event.
  init?(_ document: Document, width: Int, _ strokes: Strokes) {
    guard let lanes = Lanes(document) else { return nil }
    let names = lanes.lanes.map { SafeText.line($0.name) }
    let gutter = min(names.map(DisplayWidth.of).max() ?? 0, max(8, width / 4))
    let counts = lanes.lanes.map { "\($0.events.count)" }
    let end = counts.map(\.count).max() ?? 0
    let places = max(10, width - gutter - end - 4)
    let scale = TimeScale(
      lanes.first, lanes.last, left: 0, right: Double(places - 1), tickWidth: 12)
    let rows = zip(zip(names, counts), lanes.lanes).map { label, lane in
      let marks = LanesText.marks(lane.events, scale, places, strokes)
      return DisplayWidth.padded(label.0, to: gutter) + "  " + marks
        + String(repeating: " ", count: 2 + end - label.1.count) + label.1
    }
    let indent = String(repeating: " ", count: gutter + 2)
    lines =
      [indent + LanesText.axis(scale, places)] + rows + strokes.legend
  }

  private static func marks(
    _ events: [LaneEvent], _ scale: TimeScale, _ places: Int, _ strokes: Strokes
  ) -> String {
    var best = [LaneEvent?](repeating: nil, count: places)
    for event in events {
      let place = Int(scale.x(max(event.first, scale.first)).rounded())
      if best[place].map({ $0.weight < event.weight }) ?? true { best[place] = event }
    }
    return String(best.map { $0.map(strokes.sign) ?? strokes.rule })
  }

  private static func axis(_ scale: TimeScale, _ places: Int) -> String {
    var line = [Character](repeating: " ", count: places)
    for (day, label) in scale.ticks {
      let place = Int(scale.x(day).rounded())
      guard place + label.count <= places, place == 0 || line[place - 1] == " " else { continue }
      line.replaceSubrange(place..<place + label.count, with: label)
    }
    return String(line).trimmingTrailingSpaces
  }
}
