/// Questions about bytes that may be UTF-8.
enum UTF8Scan {
  /// Length of the well-formed sequence that begins at `index`, or 0 (Unicode table 3-7).
  @inline(__always)
  static func sequence(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let lead = bytes[index]
    if lead < 0x80 { return 1 }
    func tail(_ k: Int) -> Bool { index + k < bytes.count && bytes[index + k] & 0xC0 == 0x80 }
    switch lead {
    case 0xC2...0xDF: return tail(1) ? 2 : 0
    case 0xE0...0xEF:
      guard tail(1), tail(2) else { return 0 }
      if lead == 0xE0 && bytes[index + 1] < 0xA0 { return 0 }
      if lead == 0xED && bytes[index + 1] > 0x9F { return 0 }
      return 3
    case 0xF0...0xF4:
      guard tail(1), tail(2), tail(3) else { return 0 }
      if lead == 0xF0 && bytes[index + 1] < 0x90 { return 0 }
      if lead == 0xF4 && bytes[index + 1] > 0x8F { return 0 }
      return 4
    default: return 0
    }
  }

  /// Well-formed multi-byte sequences, and bytes that belong to none.
  static func count(_ bytes: UnsafeBufferPointer<UInt8>) -> (valid: Int, invalid: Int) {
    var valid = 0
    var invalid = 0
    var index = 0
    while index < bytes.count {
      if bytes[index] < 0x80 {
        index += 1
        continue
      }
      let length = sequence(bytes, at: index)
      if length == 0 {
        // A character the end of the document cut off is not a fault of the encoding.
        if index + 4 <= bytes.count { invalid += 1 }
        index += 1
      } else {
        valid += 1
        index += length
      }
    }
    return (valid, invalid)
  }

  /// Multi-byte sequences in well-formed UTF-8; nil at the first byte that belongs to none.
  static func sequences(inWellFormed bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var found = 0
    var index = 0
    while true {
      index += printableASCII(bytes, from: index)
      guard index < bytes.count else { return found }
      let length = sequence(bytes, at: index)
      if length == 0 { return nil }
      if length > 1 { found += 1 }
      index += length
    }
  }

  static func isASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.allSatisfy { $0 < 0x80 }
  }
}

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
