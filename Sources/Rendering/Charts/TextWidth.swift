/// How wide a text may become in a chart, in the widest of its fonts: labels are placed before a browser
/// sets them. Widths are parts of the font's size, those of DejaVu Sans rounded up.
enum TextWidth {
  static func of(_ text: String, size: Double = 12) -> Double {
    text.unicodeScalars.reduce(0) { $0 + width($1) } * size
  }

  /// The size to reckon with for text in bold.
  static func bold(_ size: Double = 12) -> Double { size * 1.1 }

  /// The text, or as much of its beginning as fits with an ellipsis; empty where nothing does.
  static func cut(_ text: String, to limit: Double, size: Double = 12) -> String {
    if of(text, size: size) <= limit { return text }
    var (out, used) = ("", of("…", size: size))
    for character in text {
      used += of(String(character), size: size)
      if used > limit { break }
      out.append(character)
    }
    while out.last == " " { out.removeLast() }
    return out.isEmpty ? "" : out + "…"
  }

  /// The text in three lines at most, broken at spaces, what does not fit cut.
  static func lines(_ text: String, to limit: Double, size: Double = 12) -> [String] {
    var (lines, line) = ([String](), "")
    for word in text.split(separator: " ") {
      let longer = line.isEmpty ? String(word) : "\(line) \(word)"
      if !line.isEmpty, lines.count < 2, of(longer, size: size) > limit {
        lines.append(line)
        line = String(word)
      } else {
        line = longer
      }
    }
    return (lines + [line]).map { cut($0, to: limit, size: size) }
  }

  private static func width(_ scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case "i", "j", "l", "I", "'", "|": 0.3
    case " ", ".", ",", ":", ";", "!": 0.34
    case "f", "t", "r", "-", "(", ")", "[", "]", "/": 0.42
    case "m", "M", "w", "W", "%", "@", "…", "—": 1
    case "a"..."z", "0"..."9", "$", "€", "“", "”", "·": 0.65
    case "A"..."Z", "&", "~", "+", "=", "<", ">", "≥", "≤", "–": 0.84
    default: scalar.value < 0x300 ? 0.75 : scalar.value < 0x1100 ? 0.8 : wide(scalar.value)
    }
  }

  private static func wide(_ scalar: UInt32) -> Double {
    switch scalar {
    case 0x200B...0x200F, 0xFE00...0xFE0F: 0
    case 0x1F000...0x1FAFF: 1.4
    default: 1.02
    }
  }
}
