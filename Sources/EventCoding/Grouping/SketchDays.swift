import EventModel

/// Sketches, found by their days and the tokens they share. They are numbered from 0 in the order in which
/// they are added.
package struct SketchDays: Sendable {
  /// How many days share an index: in proportion to how many are looked through at once.
  private let width: Int
  private var indexes: [Int: TokenIndex] = [:]
  private var undated = TokenIndex()
  /// The day of each.
  private var days: [Int32] = []

  package init(width: Int) { self.width = width }

  package mutating func add(_ sketch: EventSketch) {
    let (number, day) = (Int32(days.count), sketch.day?.number)
    days.append(Int32(clamping: day ?? 0))
    if let day {
      indexes[place(of: day), default: TokenIndex()].add(sketch.tellingTokens, of: number)
    } else {
      undated.add(sketch.tellingTokens, of: number)
    }
  }

  /// The numbers of those that share a telling token and are of these days, or of a day that is not known;
  /// in order.
  ///
  /// - Parameter wanted: nil for any.
  package func candidates(for sketch: EventSketch, in wanted: ClosedRange<Int>?) -> [Int] {
    let tokens = sketch.tellingTokens
    var found: [Int32] = []
    undated.forEach(having: tokens) { found.append($0) }
    if let wanted {
      for place in place(of: wanted.lowerBound)...place(of: wanted.upperBound) {
        indexes[place]?.forEach(having: tokens) { number in
          if wanted.contains(Int(days[Int(number)])) { found.append(number) }
        }
      }
    } else {
      for index in indexes.values { index.forEach(having: tokens) { found.append($0) } }
    }
    return found.distinct()
  }

  private func place(of day: Int) -> Int { (day - (day % width + width) % width) / width }
}
