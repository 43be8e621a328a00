/// Which numbers have which tokens.
struct TokenIndex: Sendable {
  /// Where the list of those that have a token ends.
  private var ends: [UInt32: Int32] = [:]
  /// A number that has a token, and where the one before it in the token's list stands; -1 for none.
  private var postings: [(number: Int32, before: Int32)] = []

  mutating func add(_ tokens: [UInt32], of number: Int32) {
    for token in tokens {
      let before = ends.updateValue(Int32(postings.count), forKey: token)
      postings.append((number, before ?? -1))
    }
  }

  /// Hands on the numbers of those that have one of the tokens, once for each.
  func forEach(having tokens: [UInt32], _ body: (Int32) -> Void) {
    for token in tokens {
      var place = ends[token] ?? -1
      while place >= 0 {
        body(postings[Int(place)].number)
        place = postings[Int(place)].before
      }
    }
  }
}

extension [Int32] {
  /// Each once, in order.
  func distinct() -> [Int] {
    var distinct: [Int] = []
    for number in sorted() where distinct.last != Int(number) { distinct.append(Int(number)) }
    return distinct
  }
}
