/// Words with a meaning, looked up at an offset of a text; the longest wins.
struct WordTable<Meaning: Sendable>: Sendable {
  /// The letters of all words, one after another.
  private let letters: [UInt16]
  /// Where each word lies in them: words of one first letter together, the longest first.
  private let words: [Range<Int32>]
  private let meanings: [Meaning]
  /// The words of each first letter; most letters begin none.
  private let groups: [Range<Int32>]
  /// The place in `groups` by first letter, 0 for none.
  private let groupOfLetter: [UInt16]

  init(_ list: [(String, Meaning)]) {
    let folded = list.map { (word: $0.0.folded, meaning: $0.1) }
    let byFirst = Dictionary(grouping: folded) { $0.word[0] }
    var letters: [UInt16] = []
    var words: [Range<Int32>] = []
    var meanings: [Meaning] = []
    var groups = [Int32(0)..<0]
    var groupOfLetter = [UInt16](repeating: 0, count: 65_536)
    for (first, entries) in byFirst.sorted(by: { $0.key < $1.key }) {
      groupOfLetter[Int(first)] = UInt16(groups.count)
      let start = Int32(words.count)
      for (word, meaning) in entries.sorted(by: { $0.word.count > $1.word.count }) {
        words.append(Int32(letters.count)..<Int32(letters.count + word.count))
        letters += word
        meanings.append(meaning)
      }
      groups.append(start..<Int32(words.count))
    }
    self.letters = letters
    self.words = words
    self.meanings = meanings
    self.groups = groups
    self.groupOfLetter = groupOfLetter
  }

  /// The longest word that stands at an offset, whole if it is Latin.
  func match(_ text: FoldedText, at offset: Int) -> (meaning: Meaning, end: Int)? {
    let group = groupOfLetter[Int(text.letter(offset))]
    guard group > 0 else { return nil }
    for index in groups[Int(group)] {
      let word = words[Int(index)]
      guard stands(word, in: text, at: offset) else { continue }
      let end = offset + word.count
      if text.isWordEnd(end) || !Letter.isLatin(letters[Int(word.upperBound) - 1]) {
        return (meanings[Int(index)], end)
      }
    }
    return nil
  }

  private func stands(_ word: Range<Int32>, in text: FoldedText, at offset: Int) -> Bool {
    guard offset + word.count <= text.count else { return false }
    var place = offset
    for index in word {
      if letters[Int(index)] != text.letters[place] { return false }
      place += 1
    }
    return true
  }
}
