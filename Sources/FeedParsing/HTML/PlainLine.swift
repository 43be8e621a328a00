/// Collects text without controls, white space collapsed: into one line, or into paragraphs.
///
/// What it writes is never longer than what it is given: a reference is longer than its
/// character, and a space stands for at least one byte of space or markup.
struct PlainLine {
  private let out: UnsafeMutableBufferPointer<UInt8>
  private(set) var count = 0
  private var needsSpace = false
  private var needsLine = false
  /// Whether each block stands on a line of its own.
  private let keepsBlocks: Bool
  /// Whether a line feed begins a new line.
  private let keepsLines: Bool

  init(
    _ out: UnsafeMutableBufferPointer<UInt8>, keepsBlocks: Bool = false, keepsLines: Bool = false
  ) {
    (self.out, self.keepsBlocks, self.keepsLines) = (out, keepsBlocks, keepsLines)
  }

  mutating func breakBlock() {
    needsSpace = true
    needsLine = needsLine || keepsBlocks
  }

  /// HTML text: references are decoded.
  mutating func append(html bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    var start = range.lowerBound
    while true {
      let index = bytes.find(UInt8(ascii: "&"), from: start, to: range.upperBound)
      append(bytes, start..<index)
      guard index < range.upperBound else { return }
      if let (scalar, length) = HTMLReference.read(bytes, at: index) {
        append(scalar)
        start = index + length
      } else {
        put(UInt8(ascii: "&"))
        start = index + 1
      }
    }
  }

  /// Well-formed UTF-8.
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      let end = bytes.plainEnd(from: index, to: range.upperBound)
      if index < end { put(bytes, index..<end) }
      index = end
      guard index < range.upperBound else { return }
      let byte = bytes[index]
      if byte <= 0x20 || byte == 0x7F {
        if byte.isSpace { needsSpace = true }
        if byte == 0x0A, keepsLines { needsLine = true }
        index += 1
      } else {
        index += sequence(bytes, at: index, end: range.upperBound)
      }
    }
  }

  private mutating func sequence(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int, end: Int
  ) -> Int {
    let lead = bytes[index]
    let length = min(lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2, end - index)
    let sequence = UnsafeBufferPointer(rebasing: bytes[index..<index + length])
    let isSpecial =
      lead == 0xC2 || lead == 0xE2 || lead == 0xEF || lead == 0xF3
      || lead == 0xE3 && length == 3 && bytes[index + 1] == 0x80
    if isSpecial, length == (lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2) {
      append(sequence.scalar)
    } else {
      for byte in sequence { put(byte) }
    }
    return length
  }

  /// Whether what comes may be the name of a region: a flag, or letters after one.
  private var isAfterFlag: Bool {
    guard count >= 4 else { return false }
    let flag: [UInt8] = [0xF0, 0x9F, 0x8F, 0xB4]
    return (0..<4).allSatisfy { out[count - 4 + $0] == flag[$0] }
      || out[count - 4] == 0xF3 && out[count - 3] == 0xA0
  }

  /// A code point, unless it is a control or would turn the direction of a terminal's line.
  mutating func append(_ scalar: UInt32) {
    switch scalar {
    // England, Scotland and Wales have flags of several characters, the letters invisible (UTS #51).
    case 0xE0020...0xE007F where !needsSpace && isAfterFlag:
      for byte in UTF8.encode(Unicode.Scalar(scalar)!)! { put(byte) }
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
      needsSpace = true
    case 0...0x1F, 0x7F...0x9F, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF,
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
      if count > 0 { write(needsLine ? 0x0A : 0x20) }
      (needsSpace, needsLine) = (false, false)
    }
    write(byte)
  }

  private mutating func put(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    put(bytes[range.lowerBound])
    let rest = min(range.count - 1, out.count - count)
    guard rest > 0 else { return }
    (out.baseAddress! + count).update(from: bytes.baseAddress! + range.lowerBound + 1, count: rest)
    count += rest
  }

  @inline(__always)
  private mutating func write(_ byte: UInt8) {
    guard count < out.count else { return }
    out[count] = byte
    count += 1
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Where a run of characters ends that stand for themselves: letters, signs and Han, and the single spaces
  /// between them.
  fileprivate func plainEnd(from start: Int, to end: Int) -> Int {
    var index = start
    while index < end {
      let byte = self[index]
      if byte > 0x20, byte < 0x7F {
        index += 1
      } else if 0xE4...0xED ~= byte {
        index = Swift.min(index + 3, end)
      } else if byte == 0x20, start < index, index + 1 < end, 0x21...0x7E ~= self[index + 1] {
        index += 2
      } else {
        break
      }
    }
    return index
  }

  /// The code point of one well-formed sequence of two to four bytes.
  fileprivate var scalar: UInt32 {
    var value = UInt32(self[0]) & (count == 2 ? 0x1F : count == 3 ? 0x0F : 0x07)
    for byte in dropFirst() { value = value << 6 | UInt32(byte & 0x3F) }
    return value
  }
}
