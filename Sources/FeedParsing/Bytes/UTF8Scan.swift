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

  static func isASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.allSatisfy { $0 < 0x80 }
  }
}
