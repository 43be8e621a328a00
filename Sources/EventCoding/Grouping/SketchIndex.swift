import EventModel

/// Sketches, found by the tokens they share.
package struct SketchIndex: Sendable {
  private var postings: [UInt64: [Int]] = [:]

  package init() {}

  /// Adds a sketch under a number of its own.
  package mutating func add(_ sketch: EventSketch, as number: Int) {
    for token in sketch.tokens {
      postings[token, default: []].append(number)
    }
  }

  /// The numbers of all that share enough tokens to tell the same.
  package func candidates(for sketch: EventSketch) -> [Int] {
    var counts: [Int: Int] = [:]
    for token in sketch.tokens {
      for number in postings[token] ?? [] { counts[number, default: 0] += 1 }
    }
    let least = min(SameEvent.sharedTokens, sketch.tokens.count)
    return counts.filter { $0.value >= least }.map(\.key)
  }
}
