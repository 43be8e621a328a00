/// How many cells of a terminal a text takes: two for wide characters (Unicode UAX #11) and emoji, none for
/// marks that combine.
package enum DisplayWidth {
  package static func of(_ text: String) -> Int {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
    return text.reduce(0) { $0 + width($1) }
  }

  /// The text, or its beginning and an ellipsis where it takes more cells than allowed.
  package static func cut(_ text: String, to limit: Int) -> String {
    guard of(text) > limit else { return text }
    var (out, used) = ("", 0)
    for character in text {
      used += width(character)
      if used > limit - 1 { break }
      out.append(character)
    }
    return out + "…"
  }

  /// The text, cut or with spaces, in so many cells.
  static func padded(_ text: String, to width: Int, right: Bool = false) -> String {
    let cut = cut(text, to: width)
    let space = String(repeating: " ", count: max(0, width - of(cut)))
    return right ? space + cut : cut + space
  }

  /// What hangs together, as a flag or a family does, is drawn in one place.
  private static func width(_ character: Character) -> Int {
    let scalars = character.unicodeScalars
    if scalars.count > 1, scalars.contains(where: { $0.value == 0xFE0F || isFlag($0) }) { return 2 }
    return scalars.map(width).max() ?? 0
  }

  private static func isFlag(_ scalar: Unicode.Scalar) -> Bool {
    0x1F1E6...0x1F1FF ~= scalar.value
  }

  private static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x0300...0x036F, 0x200B...0x200F, 0xFE00...0xFE0F: 0
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
      0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F,
      0x1F680...0x1F6FF, 0x1F900...0x1FAFF, 0x20000...0x3FFFD:
      2
    default: scalar.properties.isEmojiPresentation ? 2 : 1
    }
  }
}
