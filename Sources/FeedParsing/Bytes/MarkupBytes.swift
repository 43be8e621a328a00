/// What begins at a byte of XML.
extension UnsafeBufferPointer<UInt8> {
  @inline(__always)
  func matches(_ text: StaticString, at index: Int) -> Bool {
    guard index + text.utf8CodeUnitCount <= count else { return false }
    for k in 0..<text.utf8CodeUnitCount where self[index + k] != text.utf8Start[k] { return false }
    return true
  }

  /// Whether a lower-case name begins at a place, in any case of ASCII letters.
  func begins(with name: StaticString, at index: Int = 0) -> Bool {
    guard index + name.utf8CodeUnitCount <= count else { return false }
    for k in 0..<name.utf8CodeUnitCount where self[index + k].lowercased != name.utf8Start[k] {
      return false
    }
    return true
  }

  /// The place behind the first occurrence of a text from a place on; the end where there is none.
  func index(past text: StaticString, from start: Int) -> Int {
    var index = start
    while index < count, !matches(text, at: index) { index += 1 }
    return Swift.min(count, index + text.utf8CodeUnitCount)
  }

  /// Whether `<` begins a tag, a declaration, a comment, a CDATA section or an instruction.
  func startsMarkup(at index: Int) -> Bool {
    guard index + 1 < count else { return false }
    return switch self[index + 1] {
    case UInt8(ascii: "!"):
      matches("<!--", at: index) || matches("<![CDATA[", at: index)
        || matches("<!DOCTYPE", at: index) || matches("<!doctype", at: index)
        || matches("<!E", at: index) || matches("<!A", at: index) || matches("<!N", at: index)
    case UInt8(ascii: "?"): true
    default: startsTag(at: index)
    }
  }

  /// Whether `<` begins a start or end tag: a name, then white space, `/` or `>`.
  func startsTag(at index: Int) -> Bool {
    var next = index + 1
    if next < count, self[next] == UInt8(ascii: "/") { next += 1 }
    guard next < count, self[next].isNameStart else { return false }
    let limit = Swift.min(count, next + 36)
    while next < limit, self[next].isNameByte { next += 1 }
    guard next < limit else { return true }
    return self[next].isSpace || self[next] == UInt8(ascii: ">") || self[next] == UInt8(ascii: "/")
  }

  /// Whether `&` begins a character reference or names an entity that HTML or XML knows.
  func startsReference(at index: Int) -> Bool {
    var next = index + 1
    let isNumber = next < count && self[next] == UInt8(ascii: "#")
    if isNumber { next += 1 }
    let start = next
    while next < count, next - start < 32, self[next].isAlphanumeric { next += 1 }
    guard next > start, next < count, self[next] == UInt8(ascii: ";") else { return false }
    if !isNumber { return HTMLEntities.isKnown(self[start..<next]) }
    let digits = String(decoding: self[start..<next], as: UTF8.self)
    let value =
      digits.first == "x" || digits.first == "X"
      ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return value.map(Self.isXMLCharacter) ?? false
  }

  /// XML 1.0 §2.2, Char.
  static func isXMLCharacter(_ value: UInt32) -> Bool {
    switch value {
    case 9, 10, 13, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }
}

extension UInt8 {
  var isSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
  var isDigit: Bool { 0x30...0x39 ~= self }
  var isLetter: Bool { 0x61...0x7A ~= self | 0x20 }
  var isAlphanumeric: Bool { isLetter || isDigit }
  var isNameStart: Bool { isLetter || self == UInt8(ascii: "_") || self >= 0x80 }
  var isNameByte: Bool {
    isAlphanumeric || self >= 0x80 || self == UInt8(ascii: "-") || self == UInt8(ascii: ".")
      || self == UInt8(ascii: "_") || self == UInt8(ascii: ":")
  }
  var lowercased: UInt8 { 0x41...0x5A ~= self ? self | 0x20 : self }
}

extension UInt8 {
  /// White space, `>`, `/` or `<`.
  @inline(__always)
  var endsTagName: Bool {
    isSpace || self == UInt8(ascii: ">") || self == UInt8(ascii: "/") || self == UInt8(ascii: "<")
  }
}
