/// Words with a meaning, looked up at an offset of a text; the longest wins.
struct WordTable<Meaning: Sendable>: Sendable {
  private let byFirst: [UInt16: [(word: [UInt16], meaning: Meaning)]]

  /// Whether any word begins with a letter; most letters begin none.
  private let isStart: [Bool]

  init(_ words: [(String, Meaning)]) {
    var byFirst: [UInt16: [(word: [UInt16], meaning: Meaning)]] = [:]
    for (word, meaning) in words {
      let folded = word.folded
      byFirst[folded[0], default: []].append((folded, meaning))
    }
    var isStart = [Bool](repeating: false, count: 65_536)
    for letter in byFirst.keys { isStart[Int(letter)] = true }
    self.isStart = isStart
    self.byFirst = byFirst.mapValues { list in list.sorted { $0.word.count > $1.word.count } }
  }

  /// The longest word that stands at an offset, whole if it is Latin.
  func match(_ text: FoldedText, at offset: Int) -> (meaning: Meaning, end: Int)? {
    let first = text.letter(offset)
    guard isStart[Int(first)], let list = byFirst[first] else { return nil }
    for (word, meaning) in list where text.contains(word, at: offset) {
      let end = offset + word.count
      if text.isWordEnd(end) || !Letter.isLatin(word[word.count - 1]) { return (meaning, end) }
    }
    return nil
  }

  /// The longest word that ends at an offset.
  func match(_ text: FoldedText, endingAt end: Int, within reach: Int) -> Meaning? {
    for start in stride(from: max(0, end - reach), to: end, by: 1) {
      if text.isWordStart(start), let (meaning, wordEnd) = match(text, at: start), wordEnd == end {
        return meaning
      }
    }
    return nil
  }
}
