/// What speaks for and against two headlines telling one event, each 0...1.
///
/// The weights of the names here were learned on judged pairs (`make bench ONLY=joins` says how well and
/// writes them) and stand in `Models/joins.tsv`.
package struct JoinEvidence {
  package static let names = [
    "cosine", "contained", "tokens", "actors", "other actors", "other lead", "objects", "capitals",
    "amounts", "numbers", "other numbers", "rare type", "days", "source", "languages",
  ]
  /// In the order of the names.
  package private(set) var values: [Double] = []

  /// Of two sketches that no rule forbids to join.
  package init(_ left: EventSketch, _ right: EventSketch) {
    let tokens = left.tokens.shared(right.tokens)
    let (fewer, more) = (
      Double(max(1, min(left.tokens.count, right.tokens.count))),
      Double(max(1, left.tokens.count, right.tokens.count))
    )
    let actors = left.actors.shared(right.actors)
    let numbers = left.numbers.shared(right.numbers)
    let others = left.actors.count + right.actors.count - 2 * actors
    let isSameType = left.type != nil && left.type == right.type
    func share(_ count: Int, of most: Int) -> Double { Double(min(count, most)) / Double(most) }
    func flag(_ holds: Bool) -> Double { holds ? 1 : 0 }
    values = [
      Double(tokens) / (fewer * more).squareRoot(), Double(tokens) / fewer, share(tokens, of: 8),
      share(actors, of: 2), actors > 0 ? share(others, of: 3) : 0,
      flag(left.isChinese == right.isChinese && JoinEvidence.leadsDiffer(left, right)),
      share(left.objects.shared(right.objects), of: 2),
      share(left.capitals.shared(right.capitals), of: 3),
      flag(left.amounts.shared(right.amounts) > 0), share(numbers, of: 2),
      flag(left.numbers.count > numbers && right.numbers.count > numbers),
      flag(isSameType && left.isRare), share(left.daysApart(right), of: SameEvent.reach),
      flag(left.source != nil && left.source == right.source),
      flag(left.isChinese != right.isChinese),
    ]
  }
}

extension JoinEvidence {
  /// Whether neither speaks of what the other begins with.
  private static func leadsDiffer(_ left: EventSketch, _ right: EventSketch) -> Bool {
    guard let lead = left.lead, let other = right.lead else { return false }
    return !right.tokens.contains(lead) && !left.tokens.contains(other)
  }
}

extension [UInt64] {
  /// How many members two sorted lists share.
  func shared(_ other: [UInt64]) -> Int {
    var (count, i, j) = (0, 0, 0)
    while i < self.count, j < other.count {
      if self[i] == other[j] {
        (count, i, j) = (count + 1, i + 1, j + 1)
      } else if self[i] < other[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return count
  }
}
