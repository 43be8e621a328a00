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
    for token in sketch.tokens {
      let before = ends.updateValue(
        Int32(postings.count), forKey: UInt32(truncatingIfNeeded: token))
      postings.append((Int32(number), before ?? -1))
    }
  }

  /// The numbers of all that share enough tokens to tell the same, in order.
  package func candidates(for sketch: EventSketch) -> [Int] {
    guard !postings.isEmpty else { return [] }
    var found: [Int32] = []
    for token in sketch.tokens {
      var place = ends[UInt32(truncatingIfNeeded: token)] ?? -1
      while place >= 0 {
        found.append(postings[Int(place)].number)
        place = postings[Int(place)].before
      }
    }
    found.sort()
    let least = min(SameEvent.sharedTokens, sketch.tokens.count)
    // The last of those equal stands where their run is long enough.
    return found.indices.filter { place in
      place + 1 >= least && found[place + 1 - least] == found[place]
        && (place + 1 == found.count || found[place + 1] != found[place])
    }.map { Int(found[$0]) }
  }
}
