/// Which hashes occurred, and which more than once: open addressing over hashes that are well
/// mixed already.
struct HashCounter {
  /// A hash whose lowest bit says whether it occurred again; 0 is an empty slot.
  private var slots: [UInt64]
  private let mask: Int
  private(set) var distinct = 0
  private(set) var hasRepeats = false

  /// For up to `capacity` different hashes.
  init(capacity: Int) {
    var size = 16
    while size * 3 < capacity * 4 { size *= 2 }
    slots = Array(repeating: 0, count: size)
    mask = size - 1
  }

  mutating func count(_ hash: UInt64) {
    let slot = self.slot(of: hash)
    if slots[slot] == 0 {
      distinct += 1
      slots[slot] = Self.key(hash)
    } else {
      hasRepeats = true
      slots[slot] |= 1
    }
  }

  /// Whether a hash that was counted was counted again.
  func isRepeated(_ hash: UInt64) -> Bool { hasRepeats && slots[slot(of: hash)] & 1 == 1 }

  private static func key(_ hash: UInt64) -> UInt64 { max(hash & ~1, 2) }

  private func slot(of hash: UInt64) -> Int {
    let key = Self.key(hash)
    var slot = Int(truncatingIfNeeded: key >> 1) & mask
    while slots[slot] != 0, slots[slot] & ~1 != key { slot = (slot + 1) & mask }
    return slot
  }
}
