/// Takes secrets out of texts: user names and passwords in addresses (`https://name:word@host`), and
/// the values of query parameters such as `token`.
package enum Redaction {
  /// What stands for the value of a parameter that was taken out.
  package static let placeholder = "REDACTED"

  /// The address of a feed that somebody follows, as it may be shown, stored and exported.
  package static func address(_ address: String) -> String {
    guard mayHide(address) else { return address }
    let bytes = Array(address.utf8)
    return cut(SecretScan(bytes, isOurs: true).found, from: bytes) ?? address
  }

  /// A link without these secrets of the feed that it comes from; all else in it stays.
  static func link(_ link: String, without secrets: FeedSecrets) -> String {
    guard mayHide(link) else { return link }
    let bytes = Array(link.utf8)
    let found = SecretScan(bytes, isOurs: true).found.filter { kind, range in
      let text = String(decoding: bytes[range], as: UTF8.self)
      return switch kind {
      case .userinfo: text == secrets.userinfo.map { $0 + "@" }
      case .value: secrets.values.contains(text)
      }
    }
    return cut(found, from: bytes) ?? link
  }

  /// An address as a person types it, perhaps without a scheme.
  package static func typed(_ typed: String) -> String {
    if typed.contains("://") { return address(typed) }
    return String(address("x://" + typed).dropFirst(4))
  }

  /// Any text, such as an error message or the bytes of a record, with the addresses in it cleaned.
  package static func text(_ text: String) -> String {
    guard mayHide(text) else { return text }
    let bytes = Array(text.utf8)
    return cut(SecretScan(bytes, isOurs: false).found, from: bytes) ?? text
  }

  /// How many secrets ``text(_:)`` would take out.
  package static func count(in text: String) -> Int {
    guard mayHide(text) else { return 0 }
    let bytes = Array(text.utf8)
    return SecretScan(bytes, isOurs: false).found.count { kind, range in
      kind == .userinfo || !bytes[range].elementsEqual(placeholder.utf8)
    }
  }

  /// Whether there is a parameter or a `@` at all; most texts have none.
  private static func mayHide(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in bytes.contains { $0 == 0x3D || $0 == 0x40 } }
  }

  private static func cut(
    _ found: [(kind: SecretScan.Kind, range: Range<Int>)], from bytes: [UInt8]
  ) -> String? {
    guard !found.isEmpty else { return nil }
    var out: [UInt8] = []
    var start = 0
    for (kind, range) in found {
      out += bytes[start..<range.lowerBound]
      if kind == .value { out += placeholder.utf8 }
      start = range.upperBound
    }
    return String(decoding: out + bytes[start...], as: UTF8.self)
  }
}
