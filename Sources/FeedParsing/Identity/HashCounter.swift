/// How often each hash occurred: open addressing over hashes that are well mixed already.
struct HashCounter {
  private var slots: [(hash: UInt64, count: Int32)]
  private let mask: Int
  private(set) var distinct = 0
  private(set) var hasRepeats = false

  /// For up to `capacity` different hashes.
  init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    slots = Array(repeating: (0, 0), count: size)
    mask = size - 1
  }

  mutating func count(_ hash: UInt64) {
    let slot = self.slot(of: hash)
    if slots[slot].count == 0 { distinct += 1 } else { hasRepeats = true }
    slots[slot] = (hash, slots[slot].count &+ 1)
  }

  subscript(hash: UInt64) -> Int { Int(slots[slot(of: hash)].count) }

  private func slot(of hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot].count != 0, slots[slot].hash != hash { slot = (slot + 1) & mask }
    return slot
  }
}
