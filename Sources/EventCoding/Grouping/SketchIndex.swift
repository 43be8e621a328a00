import EventModel

/// Sketches, found by the tokens they share.
package struct SketchIndex: Sendable {
  /// Where the list of those that have a token ends, by half of the token: two that share a half by
  /// chance make a candidate that is looked at in vain.
  private var ends: [UInt32: Int32] = [:]
  /// A sketch that has a token, and where the one before it in the token's list stands; -1 for none.
  private var postings: [(number: Int32, before: Int32)] = []

  package init() {}

  /// Adds a sketch under a number of its own.
  package mutating func add(_ sketch: EventSketch, as number: Int) {
    for token in sketch.tellingTokens {
      let before = ends.updateValue(
        Int32(postings.count), forKey: UInt32(truncatingIfNeeded: token))
      postings.append((Int32(number), before ?? -1))
    }
  }

  /// The numbers of all that share a telling token, in order: lists of the others are long.
  package func candidates(for sketch: EventSketch) -> [Int] {
    guard !postings.isEmpty else { return [] }
    var found: [Int32] = []
    for token in sketch.tellingTokens {
      var place = ends[UInt32(truncatingIfNeeded: token)] ?? -1
      while place >= 0 {
        found.append(postings[Int(place)].number)
        place = postings[Int(place)].before
      }
    }
    found.sort()
    return found.indices.filter { $0 == 0 || found[$0 - 1] != found[$0] }.map { Int(found[$0]) }
  }
}
