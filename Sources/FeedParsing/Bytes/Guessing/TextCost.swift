/// What a text costs in bits, taken for one in a given language.
struct TextCost {
  private let shares: CharacterShares

  init(_ shares: CharacterShares) { self.shares = shares }

  /// - Parameter text: UTF-8.
  func bits(of text: [UInt8]) -> Int {
    var sum = 0
    /// Letters of one script in a row, up to here.
    var (script, run, endsInLowercase) = (Script.none, 0, false)
    func end() { if run == 1, script.isAlphabet, script != .latin { sum += Self.loneLetter } }
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      let next = Script(scalar.value)
      let isUppercase = next.isAlphabet && scalar.properties.isUppercase
      sum += cost(scalar, isUppercase: isUppercase)
      if next == script {
        run += 1
        if endsInLowercase, isUppercase { sum += Self.capitalInWord }
      } else {
        end()
        if script != .none, next != .none {
          sum += script == .wide || next == .wide ? Self.latinBesideWide : Self.mixedWord
        }
        (script, run) = (next, 1)
      }
      endsInLowercase = next.isAlphabet && scalar.properties.isLowercase
    }
    end()
    return sum
  }

  /// No alphabet but Latin has many words of one letter.
  private static let loneLetter = 6
  private static let capitalInWord = 8
  /// A word in two alphabets.
  private static let mixedWord = 12
  private static let latinBesideWide = 2

  private func cost(_ scalar: Unicode.Scalar, isUppercase: Bool) -> Int {
    if let bits = shares[scalar.value] { return bits }
    if isUppercase, let lower = scalar.properties.lowercaseMapping.unicodeScalars.first,
      let bits = shares[lower.value]
    {
      return bits + 3
    }
    return Self.uncommon(scalar.value)
  }

  /// What is no common letter of the language.
  private static func uncommon(_ scalar: UInt32) -> Int {
    switch scalar {
    case 0...0x7F: 5
    case 0x80...0x9F: 30
    case 0xA0, 0x2013...0x2026, 0x3001...0x3002, 0x3008...0x3011, 0xFF01...0xFF5E: 8
    case 0xAB, 0xBB: 9
    case 0xA1...0xBF, 0x2000...0x22FF: 13
    case 0xC0...0x24F: 14
    case 0x2500...0x259F: 24
    case 0x25A0...0x26FF, 0x3000...0x303F, 0xFF61...0xFF9F: 13
    case 0x3041...0x30FF: 14
    case 0x4E00...0x9FFF, 0xAC00...0xD7A3: 18
    case 0xE000...0xF8FF, 0xFFFD...: 40
    default: 20
    }
  }
}

/// Which letters form words with each other.
private enum Script {
  case none, latin, greek, cyrillic, hebrew, arabic, thai
  /// Han, kana and Hangul.
  case wide

  init(_ scalar: UInt32) {
    self =
      switch scalar {
      case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F: .latin
      case 0x370...0x3FF: .greek
      case 0x400...0x52F: .cyrillic
      case 0x590...0x5FF: .hebrew
      case 0x600...0x6FF: .arabic
      case 0xE00...0xE7F: .thai
      case 0x3041...0x30FF, 0x3400...0x9FFF, 0xAC00...0xD7A3: .wide
      default: .none
      }
  }

  var isAlphabet: Bool { self != .none && self != .wide }
}
