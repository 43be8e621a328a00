import EventModel

/// Sketches of reports, found by the tokens they share.
package struct SketchIndex: Sendable {
  package private(set) var sketches: [EventSketch] = []
  private var postings: [UInt64: [Int]] = [:]

  package init() {}

  package mutating func add(_ sketch: EventSketch) {
    for token in sketch.tokens { postings[token, default: []].append(sketches.count) }
    sketches.append(sketch)
  }

  /// The places of those that may tell the same event, the likeliest first: within reach, and among
  /// the 200 added last that share one of the rarest tokens.
  package func candidates(for sketch: EventSketch) -> [Int] {
    let lists = sketch.tokens.compactMap { postings[$0] }.sorted { $0.count < $1.count }
    var votes: [Int: Int] = [:]
    for list in lists.prefix(10) {
      for index in list.suffix(200)
      where sketches[index].daysApart(sketch) <= SameEvent.reach {
        votes[index, default: 0] += 1
      }
    }
    return votes.sorted { ($1.value, $1.key) < ($0.value, $0.key) }.prefix(60).map(\.key)
  }
}
