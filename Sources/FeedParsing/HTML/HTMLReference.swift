/// Character references in HTML text.
enum HTMLReference {
  /// The reference at `&`: its code point and length in bytes; nil when it is only an `&`.
  static func read(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (UInt32, Int)? {
    var next = index + 1
    guard next < bytes.count else { return nil }
    if bytes[next] == UInt8(ascii: "#") { return number(bytes, from: index) }
    while next < bytes.count, next - index <= 32, bytes[next].isAlphanumeric { next += 1 }
    guard next > index + 1, next < bytes.count, bytes[next] == UInt8(ascii: ";"),
      let scalar = HTMLEntities.scalar(bytes[(index + 1)..<next])
    else { return nil }
    return (scalar, next + 1 - index)
  }

  /// Two halves of a character, as UTF-16 writes those beyond the first 65,536, are one.
  private static func number(_ bytes: UnsafeBufferPointer<UInt8>, from index: Int) -> (
    UInt32, Int
  )? {
    guard let (value, length) = oneNumber(bytes, from: index) else { return nil }
    let next = index + length
    guard 0xD800...0xDBFF ~= value, bytes.matches("&#", at: next),
      let (low, more) = oneNumber(bytes, from: next), 0xDC00...0xDFFF ~= low
    else { return (value, length) }
    return (0x1_0000 + (value - 0xD800) << 10 + (low - 0xDC00), length + more)
  }

  private static func oneNumber(_ bytes: UnsafeBufferPointer<UInt8>, from index: Int) -> (
    UInt32, Int
  )? {
    var next = index + 2
    let isHex = next < bytes.count && bytes[next] | 0x20 == UInt8(ascii: "x")
    if isHex { next += 1 }
    let start = next
    var value: UInt32 = 0
    while next < bytes.count, let digit = digit(bytes[next], isHex) {
      value = min(value * (isHex ? 16 : 10) + digit, 0x11_0000)
      next += 1
    }
    guard next > start else { return nil }
    if next < bytes.count, bytes[next] == UInt8(ascii: ";") { next += 1 }
    if 0x80...0x9F ~= value { value = UInt32(Windows1252.high[Int(value) - 0x80]) }
    return (value, next - index)
  }

  private static func digit(_ byte: UInt8, _ isHex: Bool) -> UInt32? {
    if byte.isDigit { return UInt32(byte - 0x30) }
    let lower = byte | 0x20
    return isHex && 0x61...0x66 ~= lower ? UInt32(lower - 0x57) : nil
  }

  /// The text with its references decoded.
  static func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    guard bytes.has(UInt8(ascii: "&")) else { return String(decoding: bytes, as: UTF8.self) }
    var out: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "&"), let (scalar, length) = read(bytes, at: index) {
        out.appendUTF8(scalar)
        index += length
      } else {
        out.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
