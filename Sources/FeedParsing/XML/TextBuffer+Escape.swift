extension TextBuffer {
  /// Text as markup: `&`, `<`, `>` and double quotes escaped.
  ///
  /// - Parameter quotes: false outside attribute values, where quotes are characters.
  mutating func append(escaping bytes: UnsafeBufferPointer<UInt8>, quotes: Bool = true) {
    var start = 0
    for index in bytes.indices {
      let reference: StaticString
      switch bytes[index] {
      case UInt8(ascii: "&"): reference = "&amp;"
      case UInt8(ascii: "<"): reference = "&lt;"
      case UInt8(ascii: ">"): reference = "&gt;"
      case UInt8(ascii: "\"") where quotes: reference = "&quot;"
      default: continue
      }
      append(bytes[start..<index])
      append(reference.utf8Start, count: reference.utf8CodeUnitCount)
      start = index + 1
    }
    append(bytes[start..<bytes.count])
  }
}
