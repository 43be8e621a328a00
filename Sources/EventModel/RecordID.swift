/// Sixteen bytes that name a record: part of a SHA-256 over what makes the record the same record.
package struct RecordID: Hashable, Sendable, CustomStringConvertible {
  package let bytes: [UInt8]

  /// Takes the first sixteen of at least sixteen bytes.
  package init(prefixOf bytes: some Collection<UInt8>) {
    precondition(bytes.count >= 16)
    self.bytes = Array(bytes.prefix(16))
  }

  /// Reads 32 hexadecimal digits.
  package init?(_ text: some StringProtocol) {
    guard let bytes = hexBytes(text), bytes.count == 16 else { return nil }
    self.bytes = bytes
  }

  /// 32 hexadecimal digits; a short unique prefix of them is how people name an event.
  package var description: String { hexText(bytes) }

  package var short: String { String(description.prefix(8)) }
}
