/// The characters that Chinese numbers are written with, everyday and formal (大写).
enum HanNumeral {
  static func digit(_ letter: UInt16) -> Int? {
    switch letter {
    case 0x96F6, 0x3007: 0
    case 0x4E00, 0x58F9: 1
    case 0x4E8C, 0x4E24, 0x8D30, 0x5169: 2
    case 0x4E09, 0x53C1: 3
    case 0x56DB, 0x8086: 4
    case 0x4E94, 0x4F0D: 5
    case 0x516D, 0x9646: 6
    case 0x4E03, 0x67D2: 7
    case 0x516B, 0x634C: 8
    case 0x4E5D, 0x7396: 9
    default: nil
    }
  }

  /// The power of ten of 十, 百, 千, 万, 亿, 兆.
  static func scale(_ letter: UInt16) -> Int? {
    switch letter {
    case 0x5341, 0x62FE: 1
    case 0x767E, 0x4F70: 2
    case 0x5343, 0x4EDF: 3
    case 0x4E07: 4
    case 0x4EBF: 8
    case 0x5146: 12
    default: nil
    }
  }

  /// 几 or 数: some.
  static func isSome(_ letter: UInt16) -> Bool { letter == 0x51E0 || letter == 0x6570 }

  static func starts(_ letter: UInt16) -> Bool {
    digit(letter) != nil || scale(letter) != nil || isSome(letter)
  }
}
