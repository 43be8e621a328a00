/// Whether bytes are text that XML allows, many bytes at a time.
extension UTF8Scan {
  /// The line feeds in well-formed UTF-8 of XML characters (XML 1.0 §2.2), nil when it is not that.
  static func lines(inXML bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var lines = 0
    var index = 0
    while true {
      index += printableASCII(bytes, from: index)
      index += threeByteSequences(bytes, from: index)
      guard index < bytes.count else { return lines }
      let byte = bytes[index]
      if byte < 0x80 {
        guard byte >= 0x20 || byte == 9 || byte == 10 || byte == 13 else { return nil }
        if byte == 10 { lines += 1 }
        index += 1
      } else {
        let length = sequence(bytes, at: index)
        guard length > 0, !isNonCharacter(bytes, at: index) else { return nil }
        index += length
      }
    }
  }

  /// Whether a well-formed sequence is U+FFFE or U+FFFF.
  static func isNonCharacter(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    bytes[index] == 0xEF && bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE
  }

  /// How many bytes are ASCII without controls, as far as whole words go.
  @inline(__always)
  private static func printableASCII(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    while index + 8 <= bytes.count {
      let word = UInt64(
        littleEndian: UnsafeRawPointer(bytes.baseAddress! + index).loadUnaligned(as: UInt64.self))
      // A subtraction borrows from the highest bit below 0x20; beyond ASCII that is set already.
      let others = (word | word &- 0x2020_2020_2020_2020) & 0x8080_8080_8080_8080
      if others != 0 { return index - start + others.trailingZeroBitCount / 8 }
      index += 8
    }
    return index - start
  }

  /// How many bytes are sequences of three whose lead leaves their tail free: most of Chinese.
  @inline(__always)
  private static func threeByteSequences(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int)
    -> Int
  {
    var index = start
    while index + 4 <= bytes.count {
      let word = UInt32(
        littleEndian: UnsafeRawPointer(bytes.baseAddress! + index).loadUnaligned(as: UInt32.self))
      let lead = word & 0xFF
      guard word & 0xC0_C0F0 == 0x80_80E0, lead != 0xE0, lead != 0xED, lead != 0xEF else { break }
      index += 3
    }
    return index - start
  }
}
