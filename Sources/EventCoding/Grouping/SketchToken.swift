import EventModel

/// Words, Han bigrams and names as hashes.
enum SketchToken {
  static func hash(_ sort: String, _ word: String) -> UInt64 { FNV1a(sort + word).value }

  static func hash(_ letters: ArraySlice<UInt16>) -> UInt64 {
    var hash = FNV1a()
    for letter in letters { hash.add(UInt64(letter)) }
    return hash.value
  }

  /// Latin words without their endings, and pairs of Han characters; no stop words.
  static func words(of text: FoldedText, except named: [Bool]) -> [UInt64] {
    var tokens: [UInt64] = []
    var offset = 0
    while offset < text.count {
      let letter = text.letters[offset]
      if Letter.isWord(letter) {
        var end = offset
        while Letter.isWord(text.letter(end)) { end += 1 }
        if !named[offset], !stopWords.contains(text.letters[offset..<end]) {
          tokens.append(hash(stem(text.letters[offset..<end])))
        }
        offset = end
      } else {
        if Letter.isHan(letter), Letter.isHan(text.letter(offset + 1)), !named[offset],
          !named[offset + 1]
        {
          tokens.append(hash(text.letters[offset..<(offset + 2)]))
        }
        offset += 1
      }
    }
    return tokens
  }

  /// Capitalised or mixed Latin words inside a headline: names that no dictionary has.
  static func names(of text: FoldedText, except named: [Bool]) -> [UInt64] {
    var tokens: [UInt64] = []
    var offset = 0
    while offset < text.count {
      guard Letter.isWord(text.letters[offset]) else {
        offset += 1
        continue
      }
      var end = offset
      while Letter.isWord(text.letter(end)) { end += 1 }
      let word = text.cased[offset..<end]
      let isName =
        word.dropFirst().contains { Letter.isUppercase($0) } && word.count > 3
        || Letter.isHan(text.letter(offset - 1)) && word.count > 3
          && Letter.isUppercase(word.first!)
      if isName, !named[offset] { tokens.append(hash(stem(text.letters[offset..<end]))) }
      offset = end
    }
    return tokens
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
