/// Collects text into one line without controls, white space collapsed.
struct PlainLine {
  private var out: [UInt8] = []
  private var needsSpace = false

  init(capacity: Int) { out.reserveCapacity(capacity) }

  var text: String { String(decoding: out, as: UTF8.self) }

  mutating func breakWord() { needsSpace = true }

  /// HTML text: references are decoded.
  mutating func append(html bytes: UnsafeBufferPointer<UInt8>) {
    var start = 0
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "&"), let (scalar, length) = HTMLReference.read(bytes, at: index) {
        append(UnsafeBufferPointer(rebasing: bytes[start..<index]))
        append(scalar)
        index += length
        start = index
      } else {
        index += 1
      }
    }
    append(UnsafeBufferPointer(rebasing: bytes[start...]))
  }

  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte > 0x20, byte < 0x7F {
        put(byte)
        index += 1
      } else if byte <= 0x20 || byte == 0x7F {
        if byte.isSpace { needsSpace = true }
        index += 1
      } else {
        index += sequence(bytes, at: index)
      }
    }
  }

  private mutating func sequence(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let length = UTF8Scan.sequence(bytes, at: index)
    guard length > 0 else { return 1 }
    switch bytes[index] {
    case 0xC2, 0xE2, 0xE3, 0xEF:
      append(UnsafeBufferPointer(rebasing: bytes[index..<index + length]).scalar)
    default: for k in 0..<length { put(bytes[index + k]) }
    }
    return length
  }

  /// A code point, unless it is a control or would turn the direction of a terminal's line.
  mutating func append(_ scalar: UInt32) {
    switch scalar {
    case 0...0x20, 0x85, 0xA0, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
      if scalar == 0x20 || scalar > 0x20 || UInt8(scalar).isSpace { needsSpace = true }
    case 0x7F...0x9F, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF,
      0xFFF9...0xFFFC, 0xE0000...0xE007F:
      break
    default:
      guard let scalar = Unicode.Scalar(scalar) else { return }
      for byte in UTF8.encode(scalar)! { put(byte) }
    }
  }

  @inline(__always)
  private mutating func put(_ byte: UInt8) {
    if needsSpace {
      if !out.isEmpty { out.append(0x20) }
      needsSpace = false
    }
    out.append(byte)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The code point of one well-formed sequence of two or three bytes.
  var scalar: UInt32 {
    count == 2
      ? UInt32(self[0] & 0x1F) << 6 | UInt32(self[1] & 0x3F)
      : UInt32(self[0] & 0x0F) << 12 | UInt32(self[1] & 0x3F) << 6 | UInt32(self[2] & 0x3F)
  }
}
