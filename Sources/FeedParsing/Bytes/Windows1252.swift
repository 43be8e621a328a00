/// Windows-1252 as browsers read it: the five unassigned bytes are C1 controls.
enum Windows1252 {
  /// Code points of the bytes 0x80–0x9F.
  static let high: [UInt16] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]

  static func scalar(_ byte: UInt8) -> UInt32 {
    0x80...0x9F ~= byte ? UInt32(high[Int(byte) - 0x80]) : UInt32(byte)
  }

  static func decode(_ bytes: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]) {
    out.reserveCapacity(out.count + bytes.count + bytes.count / 8)
    var start = 0
    for (index, byte) in bytes.enumerated() where byte >= 0x80 {
      out.append(contentsOf: bytes[start..<index])
      out.appendUTF8(scalar(byte))
      start = index + 1
    }
    out.append(contentsOf: bytes[start...])
  }

  /// Appends UTF-8 in which every byte that is none is read as Windows-1252, and counts those.
  static func mend(_ bytes: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]) -> Int {
    var strays = 0
    var index = 0
    while index < bytes.count {
      let length = UTF8Scan.sequence(bytes, at: index)
      if length > 0 {
        out.append(contentsOf: bytes[index..<index + length])
      } else {
        strays += 1
        out.appendUTF8(scalar(bytes[index]))
      }
      index += max(length, 1)
    }
    return strays
  }
}

extension [UInt8] {
  /// Appends the UTF-8 of a code point; what is no scalar value becomes U+FFFD.
  mutating func appendUTF8(_ value: UInt32) {
    let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
    append(contentsOf: UTF8.encode(scalar)!)
  }
}
