/// Sixteen bytes that name a record: part of a SHA-256 over what makes the record the same record.
package struct RecordID: Hashable, Sendable, CustomStringConvertible {
  /// The first eight bytes and the last eight, the first of each in the highest place.
  private let first, last: UInt64

  package var bytes: [UInt8] {
    [first.bigEndian, last.bigEndian].withUnsafeBytes { Array($0) }
  }

  /// Takes the first sixteen of at least sixteen bytes.
  package init(prefixOf bytes: some Collection<UInt8>) {
    precondition(bytes.count >= 16)
    first = bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    last = bytes.dropFirst(8).prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// Reads 32 hexadecimal digits.
  package init?(_ text: some StringProtocol) {
    guard let bytes = hexBytes(text), bytes.count == 16 else { return nil }
    self.init(prefixOf: bytes)
  }

  /// 32 hexadecimal digits; a short unique prefix of them is how people name an event.
  package var description: String { hexText(bytes) }

  package var short: String { String(description.prefix(8)) }
}
