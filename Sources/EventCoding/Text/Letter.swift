/// What a letter of a folded text is. Letters are Unicode scalars of the basic plane; all others
/// are U+FFFD.
enum Letter {
  /// Full-width forms as half-width ones, Chinese punctuation and typographic quotes as ASCII,
  /// traditional letters as simplified ones.
  static func unified(_ scalar: UInt32) -> UInt16 {
    if scalar < 0xA0 { return UInt16(scalar) }
    switch scalar {
    case 0xFF01...0xFF5E: return UInt16(scalar - 0xFEE0)
    case 0x00A0, 0x2002...0x200B, 0x202F, 0x3000: return 0x20
    case 0x2018, 0x2019, 0x02BC: return 0x27
    case 0x201C, 0x201D, 0x300C...0x300F: return 0x22
    case 0x2010...0x2013, 0x2212: return 0x2D
    case 0x3001: return 0x2C
    case 0x301C, 0x223C: return 0x7E
    case 0xFFE5: return 0xA5
    case 0x4E00...0x9FFF: return HanVariants.simplified(scalar)
    case 0x10000...: return 0xFFFD
    default: return UInt16(scalar)
    }
  }

  static func lowercase(_ letter: UInt16) -> UInt16 {
    switch letter {
    case 0x41...0x5A: letter + 32
    case 0xC0...0xDE where letter != 0xD7: letter + 32
    default: letter
    }
  }

  static func isDigit(_ letter: UInt16) -> Bool { 0x30...0x39 ~= letter }

  /// A Latin letter, in a text of either case.
  static func isLatin(_ letter: UInt16) -> Bool {
    0x61...0x7A ~= letter || 0x41...0x5A ~= letter
      || (0xC0...0x24F ~= letter && letter != 0xD7 && letter != 0xF7)
  }

  /// Part of a Latin word or number: where words need boundaries.
  static func isWord(_ letter: UInt16) -> Bool { isLatin(letter) || isDigit(letter) }

  static func isUppercase(_ letter: UInt16) -> Bool {
    0x41...0x5A ~= letter || (0xC0...0xDE ~= letter && letter != 0xD7)
  }

  static func isHan(_ letter: UInt16) -> Bool { 0x3400...0x9FFF ~= letter || letter == 0x3007 }

  static func isSpace(_ letter: UInt16) -> Bool { letter == 0x20 || 0x09...0x0D ~= letter }
}
