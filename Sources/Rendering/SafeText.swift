package import JSONText

/// Text from feeds, files and people made harmless for a terminal, a page, and the formats that carry
/// it. Characters that move the cursor, that turn the direction of writing, or that nobody sees never
/// leave as themselves.
package enum SafeText {
  /// One line: white space is folded, hidden characters are left out.
  package static func line(_ text: String) -> String {
    if isPlain(text), !text.hasPrefix(" "), !text.hasSuffix(" "), !text.contains("  ") {
      return text
    }
    var (out, space) = (String.UnicodeScalarView(), false)
    for scalar in message(text).unicodeScalars {
      if scalar == " " || scalar.value == 0xA0 {
        space = !out.isEmpty
      } else {
        if space { out.append(" ") }
        space = false
        out.append(scalar)
      }
    }
    return String(out)
  }

  /// One line that keeps its spaces.
  package static func message(_ text: String) -> String {
    if isPlain(text) { return text }
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if isBreak(scalar) {
        out.append(" ")
      } else if !isHidden(scalar.value), !isJoiner(scalar) || mayJoin(out.last) {
        out.append(scalar)
      }
    }
    return String(out)
  }

  /// Lines that keep their spaces.
  package static func lines(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { message(String($0)) }
      .joined(separator: "\n")
  }

  /// The same JSON, or JSON Lines, with hidden characters as escapes. A value may not be cut inside a
  /// character.
  package static func json(_ bytes: [UInt8]) -> [UInt8] {
    bytes.withUnsafeBufferPointer { text in
      var (out, copied, index) = ([UInt8](), 0, 0)
      while index < text.count {
        let byte = text[index]
        // Below, JSON has escaped what stands in a value; a line feed stands between values.
        if byte < 0x7F {
          index += isPlain(text, at: index) ? 8 : 1
          continue
        }
        let length = max(1, (~byte).leadingZeroBitCount)
        guard index + length <= text.count else { break }
        // Han and most other scripts hide nothing.
        if 0xE4...0xED ~= byte {
          index += length
          continue
        }
        let scalar = scalar(of: text[index..<index + length])
        if isHidden(scalar) || scalar == 0x2028 || scalar == 0x2029 {
          out += text[copied..<index]
          for unit in String(UnicodeScalar(scalar) ?? " ").utf16 {
            let digits = String(unit, radix: 16)
            out += "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".utf8
          }
          copied = index + length
        }
        index += length
      }
      return copied == 0 ? bytes : out + text[copied...]
    }
  }

  /// A value's text.
  package static func json(_ value: JSON) -> String {
    String(decoding: json(value.bytes), as: UTF8.self)
  }

  /// The same XML with hidden characters as references; those that XML forbids are left out.
  package static func xml(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      if !isHidden(scalar.value) || "\n\t\r".unicodeScalars.contains(scalar) {
        out.unicodeScalars.append(scalar)
      } else if scalar.value >= 0x20, !(0xFFFE...0xFFFF ~= scalar.value) {
        out += "&#x\(String(scalar.value, radix: 16));"
      }
    }
    return out
  }

  /// One line of Markdown that shows the text and nothing else: no markup, no HTML, no heading, no list.
  package static func markdown(_ text: String) -> String {
    var out = ""
    for scalar in line(text).unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\\", "`", "*", "_", "[", "]", "|", "~", "#", "$": out += "\\\(scalar)"
      case "-", "+", "=":
        out += out.isEmpty ? "\\\(scalar)" : String(scalar)
      case ".", ")":
        let isNumber = !out.isEmpty && out.utf8.allSatisfy { 0x30...0x39 ~= $0 }
        out += isNumber ? "\\\(scalar)" : String(scalar)
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  /// A link in Markdown to an address of the web; any other address as text.
  package static func markdownLink(_ address: String) -> String {
    let scheme = address.prefix { $0 != ":" }.lowercased()
    guard scheme == "http" || scheme == "https" else { return markdown(address) }
    return "<\(SafeText.address(address))>"
  }

  /// The address with what no address may hold in percent.
  package static func address(_ address: String) -> String {
    var out = ""
    for byte in address.utf8 {
      let isPlain = 0x21..<0x7F ~= byte && !"<>\"\\`|{}^".utf8.contains(byte)
      let hex = String(byte, radix: 16, uppercase: true)
      out += isPlain ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + hex
    }
    return out
  }

  /// Line ends and tabs, which become a space in one line.
  private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  /// Control characters (C0, DEL, C1), those that turn the direction of writing, and those without a
  /// width of their own that text can hide behind or in.
  private static func isHidden(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x20..<0x7F: false
    case ..<0x20, 0x7F...0x9F, 0xAD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5,
      0x180B...0x180F, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F, 0x3164, 0xFEFF,
      0xFFA0, 0xFFF0...0xFFFB, 0xFFFE, 0xFFFF, 0x1D173...0x1D17A, 0xE0000...0xE0FFF:
      true
    default: false
    }
  }

  /// Characters that shape a neighbour, as in emoji and Persian: they have no width either.
  private static func isJoiner(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200C, 0x200D, 0xFE00...0xFE0F: true
    default: false
    }
  }

  /// Whether a joiner after a character has something to shape: no ASCII but a keycap, no joiner but
  /// a selector before a joiner.
  private static func mayJoin(_ last: Unicode.Scalar?) -> Bool {
    guard let last else { return false }
    if last.value < 0x80 { return "0123456789*#".unicodeScalars.contains(last) }
    return !isJoiner(last) || last.value == 0xFE0F
  }

  /// The number of the character that so many bytes of UTF-8 are.
  private static func scalar(of bytes: Slice<UnsafeBufferPointer<UInt8>>) -> UInt32 {
    let first =
      UInt32(bytes[bytes.startIndex]) & (0x7F >> UInt32(bytes.count == 1 ? 0 : bytes.count))
    return bytes.dropFirst().reduce(first) { $0 << 6 | UInt32($1 & 0x3F) }
  }

  /// Whether eight bytes from a place on are ASCII without DEL.
  private static func isPlain(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    guard index + 8 <= text.count else { return false }
    let word = UnsafeRawPointer(text.baseAddress!).loadUnaligned(
      fromByteOffset: index, as: UInt64.self)
    let deleted = word ^ 0x7F7F_7F7F_7F7F_7F7F
    let zeros = (deleted &- 0x0101_0101_0101_0101) & ~deleted
    return (word | zeros) & 0x8080_8080_8080_8080 == 0
  }

  /// Whether a text is of visible ASCII with spaces, as most is.
  private static func isPlain(_ text: String) -> Bool { text.utf8.allSatisfy { 0x20..<0x7F ~= $0 } }
}
