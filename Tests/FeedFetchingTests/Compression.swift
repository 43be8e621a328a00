/// Compressed forms made by hand: what real servers send, with the least compression there is.
enum Compression {
  /// One stored block (RFC 1952, RFC 1951 §3.2.4).
  static func gzip(_ bytes: [UInt8]) -> [UInt8] {
    gzipHeader + stored(bytes, isLast: true) + littleEndian(crc32(bytes), 4)
      + littleEndian(UInt32(bytes.count), 4)
  }

  /// A beginning, and then a space repeated about `258 * repeats` times in 13 bits each.
  static func gzipBomb(beginning: [UInt8], repeats: Int) -> [UInt8] {
    var (bits, count, bytes) = (0 as UInt64, 0 as UInt64, [UInt8]())
    func put(_ value: UInt64, _ length: UInt64) {
      bits |= value << count
      count += length
      while count >= 8 {
        bytes.append(UInt8(bits & 0xFF))
        bits >>= 8
        count -= 8
      }
    }
    put(0b011, 3)  // last block, fixed codes
    put(0b0000_1010, 8)  // a space: 0x50 from its highest bit on
    for _ in 0..<repeats { put(0b0_0000_1010_0011, 13) }  // length 258 (code 285), distance 1
    put(0, 16)
    return gzipHeader + stored(beginning, isLast: false) + bytes
  }

  /// One raw block (RFC 8878 §3.1.1).
  static func zstd(_ bytes: [UInt8]) -> [UInt8] {
    [0x28, 0xB5, 0x2F, 0xFD, 0xA0] + littleEndian(UInt32(bytes.count), 4)
      + littleEndian(UInt32(bytes.count) << 3 | 1, 3) + bytes
  }

  /// One uncompressed meta-block and an empty last one (RFC 7932 §9.2).
  static func brotli(_ bytes: [UInt8]) -> [UInt8] {
    littleEndian(UInt32(bytes.count - 1) << 4 | 1 << 20, 3) + bytes + [3]
  }

  private static let gzipHeader: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF]

  private static func stored(_ bytes: [UInt8], isLast: Bool) -> [UInt8] {
    let count = UInt32(bytes.count)
    return [isLast ? 1 : 0] + littleEndian(count, 2) + littleEndian(~count & 0xFFFF, 2) + bytes
  }

  private static func littleEndian(_ value: UInt32, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(value >> (8 * UInt32($0)) & 0xFF) }
  }

  private static func crc32(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0 as UInt32) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in sum >> 1 ^ (sum & 1 == 1 ? 0xEDB8_8320 : 0) }
    }
  }
}
