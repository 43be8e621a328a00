/// Finds a value by a name in bytes, in any case, without making a string of it.
///
/// Two names with one hash would be taken for each other: the table is for names whose canonical
/// spelling is written out, so that a forged collision gains nothing.
struct NameTable<Value: Sendable>: Sendable {
  private var slots: [(hash: UInt64, value: Value)?]
  private let mask: Int

  init(capacity: Int = 1024) {
    slots = Array(repeating: nil, count: capacity)
    mask = capacity - 1
  }

  mutating func insert(_ value: Value, for name: StaticString) {
    let bytes = UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
    let hash = Self.hash(bytes)
    var slot = Int(truncatingIfNeeded: hash) & mask
    while let taken = slots[slot], taken.hash != hash { slot = (slot + 1) & mask }
    slots[slot] = (hash, value)
  }

  @inline(__always)
  func find(_ name: UnsafeBufferPointer<UInt8>) -> Value? {
    guard name.count <= 16 else { return nil }
    let hash = Self.hash(name)
    var slot = Int(truncatingIfNeeded: hash) & mask
    while let entry = slots[slot] {
      if entry.hash == hash { return entry.value }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// FNV-1a over the lower-case bytes, its high half folded down.
  @inline(__always)
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte.lowercased)) &* 0x100_0000_01B3 }
    return hash ^ hash >> 32
  }
}

extension StaticString {
  func isEqual(_ other: StaticString) -> Bool {
    utf8CodeUnitCount == other.utf8CodeUnitCount
      && (0..<utf8CodeUnitCount).allSatisfy { utf8Start[$0] == other.utf8Start[$0] }
  }
}
