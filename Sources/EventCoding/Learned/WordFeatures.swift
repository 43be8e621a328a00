/// The words of a text and their neighbours, as features: Latin words, numbers by their length, Han
/// letters, and marks.
struct WordFeatures {
  private struct Word {
    let range: Range<Int>
    let hash: UInt64
    let isHan: Bool
    /// Whether it stands for a name or an amount.
    var isSymbol = false
  }

  private let text: FoldedText
  private var words: [Word] = []

  init(_ text: FoldedText, _ range: Range<Int>) {
    self.text = text
    words.reserveCapacity(range.count / 3 + 8)
    var offset = range.lowerBound
    while offset < range.upperBound {
      let letter = text.letters[offset]
      guard !Letter.isSpace(letter) else {
        offset += 1
        continue
      }
      var end = offset + 1
      var hash = WordFeatures.step(Features.start, letter)
      if Letter.isWord(letter) {
        while end < range.upperBound, Letter.isWord(text.letters[end]) {
          hash = WordFeatures.step(hash, text.letters[end])
          end += 1
        }
      }
      words.append(Word(range: offset..<end, hash: hash, isHan: Letter.isHan(letter)))
      offset = end
    }
  }

  /// Digits are alike: how many there are says whether it is a year.
  @inline(__always)
  private static func step(_ hash: UInt64, _ letter: UInt16) -> UInt64 {
    Features.step(hash, Letter.isDigit(letter) ? 0x30 : UInt64(letter))
  }

  /// Each word, its stem, each pair, and triples of Han letters.
  func add(_ kind: Features.Kind, to features: inout Features) {
    for place in words.indices {
      let word = words[place]
      add(kind, word.hash, place, 1, to: &features)
      if word.range.count > 5, !word.isHan { addStem(word, kind, to: &features) }
      guard place > 0 else { continue }
      let pair = Features.step(words[place - 1].hash &* 3, word.hash)
      add(kind, pair, place, 2, to: &features)
      guard place > 1, word.isHan, words[place - 1].isHan, words[place - 2].isHan else { continue }
      add(kind, Features.step(words[place - 2].hash &* 5, pair), place, 3, to: &features)
    }
  }

  private func addStem(_ word: Word, _ kind: Features.Kind, to features: inout Features) {
    let stem = word.range.lowerBound..<(word.range.lowerBound + 5)
    features.span = stem
    let hash = text.letters[stem].reduce(Features.start &* 7, WordFeatures.step)
    features.add(kind, hash, text.quote(stem) + "…")
  }

  /// Pairs and triples around names and amounts, each as what it is. `spans` stand in their order.
  mutating func addShapes(
    _ spans: [(range: Range<Int>, symbol: UInt64)], to features: inout Features
  ) {
    var shaped: [Word] = []
    var next = 0
    for word in words {
      while next < spans.count, spans[next].range.upperBound <= word.range.lowerBound { next += 1 }
      guard next < spans.count, spans[next].range.overlaps(word.range) else {
        shaped.append(word)
        continue
      }
      if let last = shaped.last, last.isSymbol, last.range.overlaps(spans[next].range) { continue }
      shaped.append(
        Word(range: spans[next].range, hash: spans[next].symbol, isHan: false, isSymbol: true))
    }
    words = shaped
    for place in words.indices.dropFirst() {
      let pair = Features.step(words[place - 1].hash &* 3, words[place].hash)
      if words[place].isSymbol || words[place - 1].isSymbol {
        add(.shape, pair, place, 2, to: &features)
      }
      guard place > 1, (place - 2...place).contains(where: { words[$0].isSymbol }) else { continue }
      add(.shape, Features.step(words[place - 2].hash &* 5, pair), place, 3, to: &features)
    }
  }

  /// A feature of so many words that end at a place.
  @inline(__always)
  private func add(
    _ kind: Features.Kind, _ hash: UInt64, _ place: Int, _ count: Int, to features: inout Features
  ) {
    let first = words[place - count + 1].range.lowerBound
    let span = first..<max(first, words[place].range.upperBound)
    features.span = span
    features.add(kind, hash, text.quote(span))
  }
}
