/// The sentences of an article's plain text, without the furniture of its page.
enum Sentences {
  /// Ranges of the text, each a sentence of a paragraph that reads like prose.
  static func ranges(of text: FoldedText) -> [Range<Int>] {
    paragraphs(of: text).flatMap { paragraph in
      let sentences = sentences(of: text, in: paragraph).flatMap(pieces)
      return isWholePage(paragraph) ? prose(of: sentences, text) : sentences
    }
  }

  /// What is longer than any sentence (a table, a list, a page without punctuation) in pieces, so that
  /// coding an article takes a time in proportion to its length.
  private static func pieces(of sentence: Range<Int>) -> [Range<Int>] {
    stride(from: sentence.lowerBound, to: sentence.upperBound, by: longest).map {
      $0..<min($0 + longest, sentence.upperBound)
    }
  }

  private static let longest = 800

  /// A page that lost its line breaks: furniture is told sentence by sentence.
  private static func isWholePage(_ paragraph: Range<Int>) -> Bool { paragraph.count > 1200 }

  private static func prose(of sentences: [Range<Int>], _ text: FoldedText) -> [Range<Int>] {
    sentences.prefix { !Boilerplate.ends(text, $0) }.filter { !Boilerplate.marks(text, $0) }
  }

  private static func paragraphs(of text: FoldedText) -> [Range<Int>] {
    var paragraphs: [Range<Int>] = []
    var start = 0
    for offset in 0...text.count where offset == text.count || text.letters[offset] == 0x0A {
      let range = trimmed(start..<offset, text)
      if Boilerplate.ends(text, range) { break }
      if isProse(range, text) { paragraphs.append(range) }
      start = offset + 1
    }
    return paragraphs
  }

  private static func trimmed(_ range: Range<Int>, _ text: FoldedText) -> Range<Int> {
    var range = range
    while let first = range.first, Letter.isSpace(text.letters[first]) { range.removeFirst() }
    while let last = range.last, Letter.isSpace(text.letters[last]) { range.removeLast() }
    return range
  }

  /// Navigation, buttons and captions are short and have no punctuation of sentences.
  private static func isProse(_ range: Range<Int>, _ text: FoldedText) -> Bool {
    guard range.count >= 8, isWholePage(range) || !Boilerplate.marks(text, range) else {
      return false
    }
    return text.letters[range].contains { isEnd($0) || $0 == 0x2C } || range.count >= 40
  }

  private static func sentences(of text: FoldedText, in paragraph: Range<Int>) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = paragraph.lowerBound
    for offset in paragraph where isEnd(text.letters[offset]) {
      if text.letters[offset] == 0x2E, !Letter.isSpace(text.letter(offset + 1)),
        offset + 1 < paragraph.upperBound
      {
        continue
      }
      var end = offset + 1
      while end < paragraph.upperBound, text.letters[end] == 0x22 { end += 1 }
      if end - start > 3 { sentences.append(trimmed(start..<end, text)) }
      start = end
    }
    if paragraph.upperBound - start > 3 {
      sentences.append(trimmed(start..<paragraph.upperBound, text))
    }
    return sentences.filter { !$0.isEmpty }
  }

  static func isEnd(_ letter: UInt16) -> Bool {
    [0x3002, 0x21, 0x3F, 0x2E, 0x2026, 0x3B].contains(letter)
  }
}

extension Range<Int> {
  fileprivate mutating func removeFirst() { self = (lowerBound + 1)..<upperBound }
  fileprivate mutating func removeLast() { self = lowerBound..<(upperBound - 1) }
}
