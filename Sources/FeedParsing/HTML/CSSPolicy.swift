/// The allow-list for `style` attributes.
enum CSSPolicy {
  /// The declarations that may stay, or nil when none may.
  static func sanitize(_ style: String) -> String? {
    guard let style = withoutURLs(style), isHarmless(style) else { return nil }
    var kept: [String] = []
    for declaration in style.split(separator: ";") {
      let pair = declaration.split(separator: ":", omittingEmptySubsequences: false)
      if pair.count == 1, declaration.trimmed.isEmpty { continue }
      guard pair.count == 2 else { return nil }
      let name = pair[0].trimmed
      let value = String(pair[1].drop(while: \.isWhitespace))
      guard !value.isEmpty, allows(name.lowercased(), value) else { continue }
      kept.append("\(name): \(value);")
    }
    return kept.isEmpty ? nil : kept.joined(separator: " ")
  }

  private static func withoutURLs(_ style: String) -> String? {
    var rest = style
    while let start = rest.lowercased().firstRange(of: "url(") {
      let offset = rest.utf8.count - rest[start.lowerBound...].utf8.count
      let tail = rest.utf8.dropFirst(offset)
      guard let end = tail.firstIndex(of: UInt8(ascii: ")")) else { return nil }
      rest = String(rest.prefix(upTo: start.lowerBound)) + " " + rest[rest.utf8.index(after: end)...]
    }
    return rest
  }

  /// Only the characters ordinary declarations are made of: no escape, comment or function but
  /// colours.
  private static func isHarmless(_ style: String) -> Bool {
    style.utf8.allSatisfy { $0.isAlphanumeric || $0.isSpace || ":,;#%.!-'\"()".utf8.contains($0) }
      && functions(style).allSatisfy { $0 == "rgb" || $0 == "rgba" || $0.isEmpty }
  }

  /// The words directly before an opening parenthesis.
  private static func functions(_ style: String) -> [String] {
    style.lowercased().split(separator: "(", omittingEmptySubsequences: false).dropLast().map {
      String($0.reversed().prefix { $0.isLetter || $0 == "-" }.reversed())
    }
  }

  private static func allows(_ name: String, _ value: String) -> Bool {
    if properties.contains(name) { return true }
    let family = name.prefix { $0 != "-" }
    guard ["background", "border", "margin", "padding"].contains(family) else { return false }
    return value.split(separator: " ").allSatisfy { keywords.contains(String($0)) || isMeasure($0) }
  }

  /// A colour, a length or a percentage.
  private static func isMeasure(_ value: Substring) -> Bool {
    if value.hasPrefix("#") { return value.dropFirst().allSatisfy(\.isHexDigit) }
    if value.hasPrefix("rgb(") { return true }
    let number = value.prefix { $0.isNumber || $0 == "." || $0 == "-" }
    let units = ["", "cm", "em", "ex", "in", "mm", "pc", "pt", "px", "rem", "%", ",", ")"]
    return units.contains(String(value.dropFirst(number.count)))
  }

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
