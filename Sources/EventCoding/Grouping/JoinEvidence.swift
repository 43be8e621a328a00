/// What speaks for and against two headlines telling one event, or stages of one story; each 0...1.
///
/// The weights of the names here were learned on judged pairs (`make bench ONLY=joins` says how well and
/// writes them) and stand in `Models/joins.tsv` and `Models/stories.tsv`.
package struct JoinEvidence {
  package static let names = [
    "actors", "other lead", "objects", "capitals", "amounts", "numbers", "other numbers", "days",
    "weeks", "source", "languages", "type", "other actors", "other objects", "cosine", "contained",
    "tokens", "rarest token", "denial",
  ]
  /// In the order of the names.
  package let values: [Double]

  /// Of two sketches that no rule forbids to join.
  package init(_ left: EventSketch, _ right: EventSketch) {
    let words = SharedWords(left, right)
    let numbers = left.numbers.shared(right.numbers)
    func share(_ count: Int, of most: Int) -> Double { Double(min(count, most)) / Double(most) }
    func flag(_ holds: Bool) -> Double { holds ? 1 : 0 }
    values = [
      share(left.actors.shared(right.actors), of: 2),
      flag(left.isChinese == right.isChinese && JoinEvidence.leadsDiffer(left, right)),
      share(left.objects.shared(right.objects), of: 2),
      share(left.capitals.shared(right.capitals), of: 3),
      flag(left.amounts.shared(right.amounts) > 0), share(numbers, of: 2),
      flag(left.numbers.count > numbers && right.numbers.count > numbers),
      share(left.daysApart(right), of: 3), share(left.daysApart(right), of: 30),
      flag(left.source != nil && left.source == right.source),
      flag(left.isChinese != right.isChinese), flag(left.type != nil && left.type == right.type),
      flag(left.codedActors.isDisjoint(with: right.codedActors)),
      flag(left.codedObjects.isDisjoint(with: right.codedObjects)),
      words.cosine, words.contained, words.sum, words.rarest,
      flag(left.polarity != right.polarity),
    ]
  }

  /// Whether neither speaks of what the other begins with.
  private static func leadsDiffer(_ left: EventSketch, _ right: EventSketch) -> Bool {
    guard let lead = left.lead, let other = right.lead else { return false }
    return !right.tokens.contains(lead) && !left.tokens.contains(other)
  }
}

/// The tokens that two sketches share, by how rare they are.
struct SharedWords {
  /// Of the rarities as vectors (Salton, 1975).
  let cosine: Double
  /// Of the one that has less of it.
  let contained: Double
  /// In parts of what five rare words make.
  let sum: Double
  /// The rarest of all, in parts of the rarest there is.
  let rarest: Double

  init(_ left: EventSketch, _ right: EventSketch) {
    var (sum, squares, rarest) = (0.0, 0.0, 0.0)
    left.tokens.forEachShared(right.tokens) { place in
      let rarity = left.rarity(place)
      sum += rarity
      squares += rarity * rarity
      rarest = max(rarest, rarity)
    }
    func norms(_ sketch: EventSketch) -> (sum: Double, length: Double) {
      var (sum, squares) = (0.0, 0.0)
      for place in 0..<sketch.tokens.count {
        let rarity = sketch.rarity(place)
        sum += rarity
        squares += rarity * rarity
      }
      return (sum, squares.squareRoot())
    }
    let (one, other) = (norms(left), norms(right))
    cosine = squares / max(one.length * other.length, 1)
    contained = sum / max(min(one.sum, other.sum), 1)
    self.sum = min(sum, SharedWords.fiveRare) / SharedWords.fiveRare
    self.rarest = rarest / SharedWords.rare
  }

  private static let rare = 8.0
  private static let fiveRare = 5 * rare
}

extension ArraySlice<UInt32> {
  /// How many members two sorted lists share.
  func shared(_ other: ArraySlice<UInt32>) -> Int {
    var count = 0
    forEachShared(other) { _ in count += 1 }
    return count
  }

  /// Hands on the place of each member, counted from 0, that another sorted list has too.
  func forEachShared(_ other: ArraySlice<UInt32>, _ body: (Int) -> Void) {
    var (i, j) = (startIndex, other.startIndex)
    while i < endIndex, j < other.endIndex {
      if self[i] == other[j] {
        body(i - startIndex)
        (i, j) = (i + 1, j + 1)
      } else if self[i] < other[j] {
        i += 1
      } else {
        j += 1
      }
    }
  }

  /// Whether both sorted lists have members, and none is shared.
  func isDisjoint(with other: ArraySlice<UInt32>) -> Bool {
    !isEmpty && !other.isEmpty && shared(other) == 0
  }
}
