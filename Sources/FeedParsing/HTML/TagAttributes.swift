/// The attributes of a tag, by names in any case.
struct TagAttributes {
  private let ranges: [(name: Range<Int>, value: Range<Int>)]
  private let bytes: UnsafeBufferPointer<UInt8>

  /// Those of the start tag that was just read.
  init(of tokens: HTMLTokenizer, in bytes: UnsafeBufferPointer<UInt8>) {
    ranges = tokens.attributes
    self.bytes = bytes
  }

  /// The value, trimmed, its references decoded; nil when there is no such attribute.
  subscript(name: String) -> String? {
    ranges.first { $0.name.count == name.utf8.count && text($0.name).lowercased() == name }
      .map { text($0.value) }
  }

  private func text(_ range: Range<Int>) -> String {
    HTMLReference.decode(UnsafeBufferPointer(rebasing: bytes[range])).trimmed
  }
}
