/// The keys of a feed's items, end to end as bytes, and how often each occurred.
///
/// Only those that tell items apart become strings.
struct KeyList: ~Copyable {
  private var text = TextBuffer()
  private var keys: [Key] = []
  private var bearers: HashCounter
  /// Where the keys of the item begin that was begun last.
  private var first = 0

  private struct Key {
    let range: Range<Int>
    let hash: UInt64
  }

  init(items: Int) {
    bearers = HashCounter(capacity: items * 4)
    keys.reserveCapacity(items * 3)
  }

  mutating func beginItem() { first = keys.count }

  /// Whether the item has no key yet.
  var isEmpty: Bool { keys.count == first }
  var count: Int { keys.count }

  /// Adds the key that `write` appends, unless it is empty or the one before it again.
  mutating func add(_ write: (inout TextBuffer) -> Void) {
    let start = text.count
    write(&text)
    guard text.count > start else { return }
    let hash = KeyHash.of(text.bytes(from: start))
    if !isEmpty, keys[keys.count - 1].hash == hash { return text.truncate(to: start) }
    keys.append(Key(range: start..<text.count, hash: hash))
    bearers.count(hash)
  }

  /// Those of an item's keys that no other item bears, or else the last.
  func distinct(_ range: Range<Int>) -> [String] {
    var own: [String] = []
    own.reserveCapacity(range.count)
    for key in keys[range] where !bearers.isRepeated(key.hash) {
      own.append(string(key.range))
    }
    return own.isEmpty ? [string(keys[range.upperBound - 1].range)] : own
  }

  private func string(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: text.bytes(from: 0)[range]), as: UTF8.self)
  }
}
