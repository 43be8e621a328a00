/// 64 bits of a value under a seed: two multiplications for a number, one for each sixteen bytes of a
/// text (the folded multiplication of wyhash, https://github.com/wangyi-fudan/wyhash).
///
/// It tells values apart that chance or a slip changed, not those that somebody chose to collide.
package struct ValueHash {
  private let seed: UInt64

  package init(_ seed: UInt64) { self.seed = seed }

  func of(_ number: Int64) -> UInt64 { word(UInt64(bitPattern: number), kind: 1) }

  /// SQLite keeps no sign of a zero.
  func of(_ number: Double) -> UInt64 { word((number == 0 ? 0 : number).bitPattern, kind: 2) }

  func ofText(_ bytes: UnsafeRawBufferPointer) -> UInt64 { of(bytes, kind: 3) }

  func ofBlob(_ bytes: UnsafeRawBufferPointer) -> UInt64 { of(bytes, kind: 4) }

  /// Nil for null.
  package func of(_ value: SQLValue) -> UInt64? {
    switch value {
    case .null: nil
    case .integer(let number): of(number)
    case .real(let number): of(number)
    case .text, .utf8: value.withBytes(ofText)
    case .blob: value.withBytes(ofBlob)
    }
  }

  private func word(_ word: UInt64, kind: UInt64) -> UInt64 {
    ValueHash.mix(kind ^ ValueHash.second, ValueHash.mix(word ^ ValueHash.first, seed))
  }

  private func of(_ bytes: UnsafeRawBufferPointer, kind: UInt64) -> UInt64 {
    var (hash, at) = (seed, 0)
    func word(_ offset: Int) -> UInt64 {
      bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian
    }
    while bytes.count - at >= 16 {
      hash = ValueHash.mix(word(at) ^ ValueHash.first, word(at + 8) ^ hash)
      at += 16
    }
    var rest: (UInt64, UInt64) = (0, 0)
    if at < bytes.count {
      withUnsafeMutableBytes(of: &rest) { $0.copyMemory(from: .init(rebasing: bytes[at...])) }
    }
    hash = ValueHash.mix(
      rest.0.littleEndian ^ ValueHash.first, rest.1.littleEndian ^ hash ^ ValueHash.third)
    return ValueHash.mix(kind ^ ValueHash.second, UInt64(bytes.count) ^ hash)
  }

  /// Both halves of the product.
  package static func mix(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }

  private static let first: UInt64 = 0xa076_1d64_78bd_642f
  private static let second: UInt64 = 0xe703_7ed1_a0b4_28db
  private static let third: UInt64 = 0x8ebc_6af0_9c88_c6e3
}
