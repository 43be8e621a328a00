/// A text prepared for matching: one letter for each Unicode scalar of the original, so that an
/// offset here is an offset there.
struct FoldedText: Sendable {
  /// Widths and punctuation unified, ASCII and Latin-1 in lower case; what patterns are matched on.
  let letters: [UInt16]
  /// The same without the folding of case.
  let cased: [UInt16]
  /// The scalars that are other ones in `cased`, by their offsets, in order.
  private let originals: [(offset: Int32, scalar: Unicode.Scalar)]

  init(_ text: String) {
    var letters: [UInt16] = []
    var cased: [UInt16] = []
    var originals: [(offset: Int32, scalar: Unicode.Scalar)] = []
    letters.reserveCapacity(text.utf8.count)
    cased.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      let unified = Letter.unified(scalar.value)
      if UInt32(unified) != scalar.value { originals.append((Int32(cased.count), scalar)) }
      cased.append(unified)
      letters.append(Letter.lowercase(unified))
    }
    self.letters = letters
    self.cased = cased
    self.originals = originals
  }

  private init(_ text: FoldedText, prefix length: Int) {
    letters = Array(text.letters.prefix(length))
    cased = Array(text.cased.prefix(length))
    originals = text.originals
  }

  func prefix(_ length: Int) -> FoldedText {
    length < count ? FoldedText(self, prefix: length) : self
  }

  var count: Int { letters.count }

  /// The letter at an offset, and 0 outside the text.
  func letter(_ offset: Int) -> UInt16 {
    offset >= 0 && offset < letters.count ? letters[offset] : 0
  }

  /// The words of a range, as the source has them.
  func quote(_ range: Range<Int>) -> String { text(range) { _ in true } }

  /// A name as it is coded: as the source has it, but for widths and punctuation, which are unified.
  func name(_ range: Range<Int>) -> String {
    text(range) { $0.value > 0xFFFF || Letter.isHan(UInt16($0.value)) }
  }

  private func text(_ range: Range<Int>, keeping: (Unicode.Scalar) -> Bool) -> String {
    var scalars = cased[range].map { Unicode.Scalar($0) ?? "\u{FFFD}" }
    var index = originals.firstIndex(from: range.lowerBound)
    while index < originals.count, originals[index].offset < range.upperBound {
      let (offset, scalar) = originals[index]
      if keeping(scalar) { scalars[Int(offset) - range.lowerBound] = scalar }
      index += 1
    }
    return String(String.UnicodeScalarView(scalars))
  }

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

  /// Whether a word stands somewhere in so many letters from an offset.
  func contains(_ word: [UInt16], at offset: Int, within length: Int) -> Bool {
    let start = max(0, offset)
    let end = min(count, offset + length)
    return start < end && letters[start..<end].contains(subsequence: word)
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

extension [(offset: Int32, scalar: Unicode.Scalar)] {
  /// The place of the first one at an offset or after it.
  fileprivate func firstIndex(from offset: Int) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].offset < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
