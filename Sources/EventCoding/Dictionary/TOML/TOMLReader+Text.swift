extension TOMLReader {
  /// A text in quotes: "…" with escapes or '…' without; in three of them it may have several lines.
  mutating func quoted(mayGoOn: Bool) throws(TOMLError) -> String {
    let quote = bytes[at]
    let isLong = mayGoOn && isTripled(quote)
    at += isLong ? 3 : 1
    if isLong {
      if at < bytes.count, bytes[at] == 0x0D { at += 1 }
      if at < bytes.count, bytes[at] == 0x0A { at += 1 }
    }
    let start = at
    while at < bytes.count, TOMLReader.isPlain(bytes[at]) { at += 1 }
    var text = Array(bytes[start..<at])
    while at < bytes.count {
      let byte = bytes[at]
      if byte == quote, !isLong || isTripled(quote) {
        at += isLong ? 3 : 1
        for _ in 0..<2 where isLong && at < bytes.count && bytes[at] == quote {
          text.append(quote)
          at += 1
        }
        return String(decoding: text, as: UTF8.self)
      }
      if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        try escape(isLong: isLong, &text)
        continue
      }
      let isText =
        byte >= 0x20 && byte != 0x7F || byte == 0x09 || isLong && [0x0A, 0x0D].contains(byte)
      guard isText else {
        throw error(
          byte == 0x0A || byte == 0x0D
            ? "the text should end on its line" : "a control character stands in a text")
      }
      text.append(byte)
      at += 1
    }
    throw error("the text does not end")
  }

  /// Whether a byte stands for itself in every sort of text.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "\\"), 0x7F: false
    default: byte >= 0x20
    }
  }

  private func isTripled(_ quote: UInt8) -> Bool {
    at + 2 < bytes.count && bytes[at] == quote && bytes[at + 1] == quote && bytes[at + 2] == quote
  }

  private mutating func escape(isLong: Bool, _ text: inout [UInt8]) throws(TOMLError) {
    at += 1
    guard at < bytes.count else { throw error("the text does not end") }
    let mark = bytes[at]
    if isLong, [0x20, 0x09, 0x0A, 0x0D].contains(mark) {
      while at < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[at]) { at += 1 }
      return
    }
    at += 1
    switch Unicode.Scalar(mark) {
    case "b": text.append(0x08)
    case "t": text.append(0x09)
    case "n": text.append(0x0A)
    case "f": text.append(0x0C)
    case "r": text.append(0x0D)
    case "\"", "\\": text.append(mark)
    case "u": try scalar(digits: 4, &text)
    case "U": try scalar(digits: 8, &text)
    default: throw error("no escape begins so; a backslash is written \\\\, or in a text in '…'")
    }
  }

  private mutating func scalar(digits: Int, _ text: inout [UInt8]) throws(TOMLError) {
    let hex = String(decoding: bytes[at..<min(at + digits, bytes.count)], as: UTF8.self)
    guard hex.utf8.count == digits, hex.allSatisfy(\.isHexDigit),
      let value = UInt32(hex, radix: 16),
      let scalar = Unicode.Scalar(value)
    else { throw error("\(digits) hexadecimal digits of a character should stand here") }
    at += digits
    text += String(scalar).utf8
  }
}
