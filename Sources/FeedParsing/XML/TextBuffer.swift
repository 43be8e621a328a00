/// The character data of the open elements, end to end in one growing block.
struct TextBuffer: ~Copyable {
  private var base: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private(set) var count = 0

  init(capacity: Int = 1 << 16) {
    self.capacity = capacity
    base = .allocate(capacity: capacity)
  }

  deinit { base.deallocate() }

  @inline(__always)
  mutating func append(_ bytes: UnsafePointer<UInt8>, count extra: Int) {
    if count + extra > capacity { grow(extra) }
    (base + count).update(from: bytes, count: extra)
    count += extra
  }

  mutating func append(_ byte: UInt8) {
    if count == capacity { grow(1) }
    base[count] = byte
    count += 1
  }

  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { if let start = $0.baseAddress { append(start, count: $0.count) } }
  }

  mutating func append(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) {
    let bytes = UnsafeBufferPointer(rebasing: bytes)
    if let start = bytes.baseAddress { append(start, count: bytes.count) }
  }

  /// A zero-terminated string of libxml2's.
  mutating func append(xml name: UnsafePointer<UInt8>) {
    var count = 0
    while name[count] != 0 { count += 1 }
    append(name, count: count)
  }

  /// Appends what `write` writes, whose length it returns.
  mutating func append(
    upTo most: Int, _ write: (UnsafeMutableBufferPointer<UInt8>) -> Int
  ) {
    if count + most > capacity { grow(most) }
    count += write(UnsafeMutableBufferPointer(start: base + count, count: most))
  }

  mutating func truncate(to length: Int) { count = length }

  /// The bytes from `start` on; valid until the next change.
  @inline(__always)
  func bytes(from start: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: base + start, count: count - start)
  }

  @inline(never)
  private mutating func grow(_ extra: Int) {
    capacity = max(capacity * 2, count + extra)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: base, count: count)
    base.deallocate()
    base = larger
  }
}

extension TextBuffer {
  /// Text as markup: `&`, `<`, `>` and double quotes escaped.
  ///
  /// - Parameter quotes: false outside attribute values, where quotes are characters.
  mutating func append(escaping bytes: UnsafeBufferPointer<UInt8>, quotes: Bool = true) {
    var start = 0
    for index in bytes.indices {
      let reference: StaticString
      switch bytes[index] {
      case UInt8(ascii: "&"): reference = "&amp;"
      case UInt8(ascii: "<"): reference = "&lt;"
      case UInt8(ascii: ">"): reference = "&gt;"
      case UInt8(ascii: "\"") where quotes: reference = "&quot;"
      default: continue
      }
      append(bytes[start..<index])
      append(reference.utf8Start, count: reference.utf8CodeUnitCount)
      start = index + 1
    }
    append(bytes[start..<bytes.count])
  }
}
