/// A text prepared for matching: one letter for each Unicode scalar of the original, so that an
/// offset here is an offset there.
struct FoldedText: Sendable {
  /// Widths and punctuation unified, ASCII and Latin-1 in lower case; what patterns are matched on.
  let letters: [UInt16]
  /// The same without the folding of case; what names are quoted from.
  let cased: [UInt16]

  init(_ text: String) {
    var letters: [UInt16] = []
    var cased: [UInt16] = []
    letters.reserveCapacity(text.utf8.count)
    cased.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      let unified = Letter.unified(scalar.value)
      cased.append(unified)
      letters.append(Letter.lowercase(unified))
    }
    self.letters = letters
    self.cased = cased
  }

  private init(letters: [UInt16], cased: [UInt16]) {
    (self.letters, self.cased) = (letters, cased)
  }

  func prefix(_ length: Int) -> FoldedText {
    FoldedText(letters: Array(letters.prefix(length)), cased: Array(cased.prefix(length)))
  }

  var count: Int { letters.count }

  /// The letter at an offset, and 0 outside the text.
  func letter(_ offset: Int) -> UInt16 {
    offset >= 0 && offset < letters.count ? letters[offset] : 0
  }

  /// The words of a range, in their own case.
  func quote(_ range: Range<Int>) -> String { String(letters: cased[range]) }

  func contains(_ word: [UInt16], at offset: Int) -> Bool {
    guard offset >= 0, offset + word.count <= letters.count else { return false }
    for index in word.indices where letters[offset + index] != word[index] { return false }
    return true
  }

  /// The same for a literal that is folded as it stands; costs no allocation.
  func contains(_ word: String, at offset: Int) -> Bool {
    guard offset >= 0 else { return false }
    var offset = offset
    for scalar in word.unicodeScalars {
      guard offset < letters.count, UInt32(letters[offset]) == scalar.value else { return false }
      offset += 1
    }
    return true
  }

  func hasHan(in range: Range<Int>) -> Bool { letters[range].contains(where: Letter.isHan) }

  /// Whether whole words stand right before an offset.
  func contains(_ words: [UInt16], before offset: Int) -> Bool {
    contains(words, at: offset - words.count) && isWordStart(offset - words.count)
  }

  /// Whether any of these words stand right before an offset, or before the space there.
  func containsAny(of words: [[UInt16]], before offset: Int) -> Bool {
    words.contains { contains($0, before: offset) || contains($0, before: offset - 1) }
  }

  /// Whether a Latin word begins (or anything that is no Latin word stands) at an offset.
  func isWordStart(_ offset: Int) -> Bool {
    !Letter.isWord(letter(offset - 1)) || !Letter.isWord(letter(offset))
  }

  func isWordEnd(_ offset: Int) -> Bool {
    !Letter.isWord(letter(offset)) || !Letter.isWord(letter(offset - 1))
  }
}

extension String {
  init(letters: some Sequence<UInt16>) {
    var scalars = String.UnicodeScalarView()
    for letter in letters { scalars.append(Unicode.Scalar(letter) ?? "\u{FFFD}") }
    self.init(scalars)
  }

  /// The text as patterns are compared.
  var folded: [UInt16] { FoldedText(self).letters }
}
