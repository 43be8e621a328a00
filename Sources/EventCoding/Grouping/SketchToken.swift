import EventModel

/// Words, pairs of Han characters, names and numbers of a headline, spelled out.
enum SketchToken {
  /// Of two tokens one in four thousand million pairs has the same.
  static func hash(_ token: String) -> UInt32 {
    let hash = FNV1a(token).value
    return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
  }

  static func hashes(_ tokens: some Sequence<String>) -> [UInt32] {
    Set(tokens.map { hash($0) }).sorted()
  }

  /// Latin words without their endings, and pairs of Han characters; no stop words.
  static func words(of text: FoldedText, except named: [Bool]) -> [String] {
    var tokens: [String] = []
    var offset = 0
    while offset < text.count {
      let letter = text.letters[offset]
      if Letter.isWord(letter) {
        let end = wordEnd(text, offset)
        if !named[offset], !stopWords.contains(text.letters[offset..<end]) {
          tokens.append(String(letters: stem(text.letters[offset..<end])))
        }
        offset = end
      } else {
        if Letter.isHan(letter), Letter.isHan(text.letter(offset + 1)), !named[offset],
          !named[offset + 1]
        {
          tokens.append(String(letters: text.letters[offset..<(offset + 2)]))
        }
        offset += 1
      }
    }
    return tokens
  }

  /// Capitalised or mixed Latin words inside a headline: names that no dictionary has.
  static func names(of text: FoldedText, except named: [Bool]) -> [String] {
    runs(of: text, from: Letter.isWord, by: wordEnd).filter { run in
      let word = text.cased[run]
      let isName =
        word.dropFirst().contains { Letter.isUppercase($0) } && word.count > 3
        || Letter.isHan(text.letter(run.lowerBound - 1)) && word.count > 3
          && Letter.isUppercase(word.first!)
      return isName && !named[run.lowerBound]
    }.map { String(letters: stem(text.letters[$0])) }
  }

  /// Latin words with a capital, but for the first word of the headline.
  static func capitals(of text: FoldedText, except named: [Bool]) -> [String] {
    runs(of: text, from: Letter.isLatin, by: wordEnd).dropFirst().filter { run in
      !named[run.lowerBound] && Letter.isUppercase(text.cased[run.lowerBound])
    }.map { String(letters: text.letters[$0]) }
  }

  /// Runs of digits, with the points and commas between them: amounts, versions, days; no years, which
  /// tell little.
  static func numbers(of text: FoldedText, except named: [Bool]) -> [String] {
    runs(of: text, from: Letter.isDigit, by: numberEnd).filter { run in
      !named[run.lowerBound] && !isYear(text.letters[run])
    }.map { String(letters: text.letters[$0]) }
  }

  /// The runs that begin where a letter is of a kind, each to its end.
  private static func runs(
    of text: FoldedText, from isBeginning: (UInt16) -> Bool, by end: (FoldedText, Int) -> Int
  ) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var offset = 0
    while offset < text.count {
      if isBeginning(text.letters[offset]) {
        runs.append(offset..<end(text, offset))
        offset = runs.last!.upperBound
      } else {
        offset += 1
      }
    }
    return runs
  }

  private static func isYear(_ digits: ArraySlice<UInt16>) -> Bool {
    digits.count == 4 && (digits.starts(with: [0x31, 0x39]) || digits.starts(with: [0x32, 0x30]))
  }

  private static func isPoint(_ letter: UInt16) -> Bool { letter == 0x2E || letter == 0x2C }

  private static func wordEnd(_ text: FoldedText, _ offset: Int) -> Int {
    var end = offset
    while Letter.isWord(text.letter(end)) { end += 1 }
    return end
  }

  private static func numberEnd(_ text: FoldedText, _ offset: Int) -> Int {
    var end = offset + 1
    while Letter.isDigit(text.letter(end))
      || isPoint(text.letter(end)) && Letter.isDigit(text.letter(end + 1))
    { end += 1 }
    return end
  }

  /// Cuts -s, -es, -ed, -ing, as far as counting words needs it.
  static func stem(_ word: ArraySlice<UInt16>) -> ArraySlice<UInt16> {
    for ending in endings
    where word.count > ending.count + 3 && word.suffix(ending.count).elementsEqual(ending) {
      return word.dropLast(ending.count)
    }
    return word
  }

  private static let endings = ["ing", "es", "ed", "s", "e"].map(\.folded)

  private static let stopWords: Set<ArraySlice<UInt16>> = Set(
    "the a an of to in on for and or with at by from as is are was were be it its that this his her their your our will has have had not but if into about over after up out new more says said say amid than what how why who can could may s t ai inc co"
      .split(separator: " ").map { ArraySlice(String($0).folded) })
}
