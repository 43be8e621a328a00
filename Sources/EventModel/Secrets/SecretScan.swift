/// Where in a text the secrets of addresses stand: user names with passwords, and the values of query
/// parameters (RFC 3986 §3.2.1, §3.4).
struct SecretScan {
  enum Kind: Sendable {
    /// What stands before the host of an address, with the `@` behind it.
    case userinfo
    case value
  }

  /// In order.
  private(set) var found: [(kind: Kind, range: Range<Int>)] = []
  private let bytes: [UInt8]
  /// Whether the text is the address of a feed that somebody follows, and nothing else.
  private let isOurs: Bool
  /// Where the last name of a host ends; before it there are no parameters.
  private var hostEnd = 0
  /// Where the last value ends.
  private var valueEnd = 0

  init(_ bytes: [UInt8], isOurs: Bool) {
    self.bytes = bytes
    self.isOurs = isOurs
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: ":"): readUserinfo(at: index)
      case UInt8(ascii: "="): readValue(at: index)
      default: break
      }
      index = max(index + 1, found.last?.range.upperBound ?? 0)
    }
  }

  /// From the colon of `scheme://`.
  private mutating func readUserinfo(at colon: Int) {
    guard bytes[colon...].starts(with: "://".utf8), colon > 0, bytes[colon - 1].isWordByte else {
      return
    }
    let start = colon + 3
    hostEnd = end(from: start, known: hostEnd, marks: "/?#")
    guard let at = bytes[start..<hostEnd].lastIndex(of: UInt8(ascii: "@")), at > start else {
      return
    }
    // git@ and the like name no secret; on the web even a name alone may be one.
    let isWeb = bytes[..<colon].suffix(5).map { $0 | 0x20 }.ends(withAnyOf: ["http", "https"])
    guard isWeb || bytes[start..<at].contains(UInt8(ascii: ":")) else { return }
    let isOwn = !isOurs || !bytes[..<colon].contains { "/?#@".utf8.contains($0) }
    // An address inside the address has its own, which comes back to its own place.
    found.append(isOwn ? (.userinfo, start..<at + 1) : (.value, start..<at))
  }

  /// From the equals sign of `name=value`.
  private mutating func readValue(at equals: Int) {
    let before = bytes[..<equals].suffix(25)
    let start = before.lastIndex { !$0.isNameByte }.map { $0 + 1 } ?? before.startIndex
    guard start > hostEnd, "?&#;".utf8.contains(bytes[start - 1]) else { return }
    valueEnd = end(from: equals + 1, known: valueEnd, marks: "&#")
    let value = bytes[(equals + 1)..<valueEnd]
    guard SecretNames.isSecret(bytes[start..<equals], value: value, isOurs: isOurs) else { return }
    found.append((.value, equals + 1..<valueEnd))
  }

  /// The first byte from a place on that is a mark or that an address in a text ends before.
  private func end(from start: Int, known: Int, marks: StaticString) -> Int {
    // None was met up to what is known, so that no text is read again and again.
    if start <= known { return known }
    return bytes[start...].firstIndex { byte in
      contains(marks, byte)
        || !isOurs
          && (byte <= 0x20 || byte >= 0x7F || contains("\"'<>\\`()[]{}|,;", byte))
    } ?? bytes.count
  }

  private func contains(_ set: StaticString, _ byte: UInt8) -> Bool {
    set.withUTF8Buffer { $0.contains(byte) }
  }
}

extension UInt8 {
  fileprivate var isWordByte: Bool {
    (0x30...0x39).contains(self) || (0x61...0x7A).contains(self | 0x20)
  }

  fileprivate var isNameByte: Bool { isWordByte || "-_.".utf8.contains(self) }
}

extension [UInt8] {
  fileprivate func ends(withAnyOf words: [String]) -> Bool {
    words.contains { suffix($0.utf8.count).elementsEqual($0.utf8) }
  }
}
