/// The allow-list for `style` attributes.
enum CSSPolicy {
  /// The declarations that may stay, or nil when none may.
  static func sanitize(_ style: String) -> String? {
    guard let style = withoutURLs(style), isHarmless(style) else { return nil }
    var kept = ""
    for declaration in style.utf8.split(separator: UInt8(ascii: ";")) {
      let pair = declaration.split(
        separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
      if pair.count == 1, declaration.allSatisfy(\.isSpace) { continue }
      guard pair.count == 2 else { return nil }
      let name = trimmed(pair[0])
      let value = String(decoding: pair[1].drop(while: \.isSpace), as: UTF8.self)
      guard !value.isEmpty, allows(name.lowercased(), value) else { continue }
      kept += kept.isEmpty ? "\(name): \(value);" : " \(name): \(value);"
    }
    return kept.isEmpty ? nil : kept
  }

  private static func trimmed(_ bytes: Substring.UTF8View) -> String {
    let start = bytes.drop(while: \.isSpace)
    return String(decoding: start.prefix { !$0.isSpace }, as: UTF8.self)
  }

  private static func withoutURLs(_ style: String) -> String? {
    guard style.utf8.contains(UInt8(ascii: "(")) else { return style }
    var out: [UInt8] = []
    var bytes = Array(style.utf8)[...]
    while let byte = bytes.first {
      if bytes.count >= 4, zip(bytes, "url(".utf8).allSatisfy({ $0.lowercased == $1 }) {
        guard let end = bytes.firstIndex(of: UInt8(ascii: ")")) else { return nil }
        bytes = bytes[(end + 1)...]
        out.append(UInt8(ascii: " "))
      } else {
        out.append(byte)
        bytes = bytes.dropFirst()
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// Only the characters ordinary declarations are made of: no escape, no comment, and no
  /// function but colours.
  private static func isHarmless(_ style: String) -> Bool {
    var word: [UInt8] = []
    for byte in style.utf8 {
      switch byte {
      case UInt8(ascii: "("):
        let name = String(decoding: word, as: UTF8.self)
        guard name.isEmpty || name == "rgb" || name == "rgba" else { return false }
        word = []
      case _ where byte.isLetter: word.append(byte.lowercased)
      case _ where byte.isDigit || byte.isSpace || ordinary.contains(byte): word = []
      default: return false
      }
    }
    return true
  }

  private static let ordinary = Array(":,;#%.!-'\")".utf8)

  private static func allows(_ name: String, _ value: String) -> Bool {
    if properties.contains(name) { return true }
    let family = String(decoding: name.utf8.prefix { $0 != UInt8(ascii: "-") }, as: UTF8.self)
    guard ["background", "border", "margin", "padding"].contains(family) else { return false }
    return value.utf8.split(separator: UInt8(ascii: " ")).allSatisfy { part in
      let part = String(decoding: part, as: UTF8.self)
      return keywords.contains(part) || isMeasure(part)
    }
  }

  /// A colour, a length or a percentage.
  private static func isMeasure(_ value: String) -> Bool {
    if value.hasPrefix("rgb(") { return true }
    if value.utf8.first == UInt8(ascii: "#") {
      return value.utf8.dropFirst().allSatisfy { $0.isDigit || 0x61...0x66 ~= $0 | 0x20 }
    }
    let unit = value.utf8.drop { $0.isDigit || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }
    return units.contains(String(decoding: unit, as: UTF8.self))
  }

  private static let units: Set = [
    "", "cm", "em", "ex", "in", "mm", "pc", "pt", "px", "rem", "%", ",", ")",
  ]
  private static let properties: Set = [
    "azimuth", "background-color", "border-bottom-color", "border-collapse", "border-color",
    "border-left-color", "border-right-color", "border-top-color", "clear", "color", "direction",
    "display", "elevation", "float", "font", "font-family", "font-size", "font-style",
    "font-variant", "font-weight", "height", "letter-spacing", "line-height", "overflow",
    "cursor", "pause", "pause-after", "pause-before", "pitch", "pitch-range", "richness", "speak",
    "speak-header", "speak-numeral", "speak-punctuation", "speech-rate", "stress", "text-align",
    "text-decoration", "text-indent", "unicode-bidi", "vertical-align", "voice-family", "volume",
    "white-space", "width",
  ]
  private static let keywords: Set = [
    "auto", "aqua", "black", "block", "blue", "bold", "both", "bottom", "brown", "center",
    "collapse", "dashed", "dotted", "fuchsia", "gray", "green", "!important", "italic", "left",
    "lime", "maroon", "medium", "none", "navy", "normal", "nowrap", "olive", "pointer", "purple",
    "red", "right", "solid", "silver", "teal", "top", "transparent", "underline", "white",
    "yellow",
  ]
}
