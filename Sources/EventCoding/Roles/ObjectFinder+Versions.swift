extension ObjectFinder {
  /// A name grown to its version and its siblings: GPT → GPT-5.6 Sol, 智谱 GLM → GLM-skills.
  func full(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end < headline.body.upperBound {
      var next = end
      if [0x20, 0x2D].contains(text.letter(next)) { next += 1 }
      if text.letter(next) == 0x2E, Letter.isWord(text.letter(next + 1)) { next += 1 }
      guard let word = headline.word(at: next), word.upperBound <= headline.body.upperBound,
        belongs(word, glued: next == end || text.letter(end) == 0x2D)
      else { break }
      end = word.upperBound
    }
    if end < headline.body.upperBound, text.letter(end) == 0x2B { end += 1 }
    return range.lowerBound..<end
  }

  private func belongs(_ word: Range<Int>, glued: Bool) -> Bool {
    let letters = Array(text.letters[word])
    if ObjectFinder.versionWords.contains(letters) { return true }
    let first = text.cased[word.lowerBound]
    if Letter.isDigit(first) {
      let end = word.upperBound
      if ObjectFinder.measures.contains(text.letter(end))
        || ObjectFinder.measures.contains(text.letter(end + 1))
        || word.count > 4 && !glued
      {
        return false
      }
      return Unit.counts.match(text, at: end + 1) == nil || glued
    }
    if glued { return true }
    if headline.isChinese { return true }
    if headline.isTitleCase || Headline.commonWords.contains(letters) { return false }
    return Letter.isUppercase(first)
  }

  /// What follows a number that is an amount and no version: 2.5 折, 100 美元.
  private static let measures = Set("%年月亿万折倍美元".folded)
  private static let versionWords: Set<[UInt16]> = Set(
    "pro max mini nano lite flash ultra turbo plus preview sonnet opus haiku instruct chat coder vision thinking reasoning large medium small base instant fast air sol audio voice"
      .split(separator: " ").map { String($0).folded })
}
