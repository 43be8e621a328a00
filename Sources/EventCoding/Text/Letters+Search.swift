/// The letters of a folded text, searched.
extension [UInt16] {
  func firstOffset(of word: [UInt16], in range: Range<Int>) -> Int? {
    guard let first = word.first, range.count >= word.count else { return nil }
    for start in range.lowerBound...(range.upperBound - word.count)
    where self[start] == first && self[start..<(start + word.count)].elementsEqual(word) {
      return start
    }
    return nil
  }

  func lastOffset(of word: [UInt16], in range: Range<Int>) -> Int? {
    guard range.count >= word.count else { return nil }
    for start in stride(
      from: range.upperBound - word.count, through: Swift.max(0, range.lowerBound), by: -1)
    where self[start..<(start + word.count)].elementsEqual(word) {
      return start
    }
    return nil
  }
}
