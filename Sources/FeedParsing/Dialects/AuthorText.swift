/// RSS authors: `jane@example.com (Jane Doe)`, `Jane Doe <jane@example.com>`, or only a name.
enum AuthorText {
  static func parse(_ text: String) -> Author {
    guard let email = email(in: text) else { return Author(name: text) }
    var name = text.replacing(email, with: "")
    for brackets in ["()", "<>", "&lt;&gt;"] { name = name.replacing(brackets, with: "") }
    name = name.trimmed
    if name.hasPrefix("(") { name.removeFirst() }
    if name.hasSuffix(")") { name.removeLast() }
    name = name.trimmed
    return Author(name: name.isEmpty ? nil : name, email: email)
  }

  /// The longest run of address characters around the first `@` that has a dot in its domain,
  /// with `?subject=…` when that follows.
  private static func email(in text: String) -> String? {
    let bytes = Array(text.utf8)
    guard let at = bytes.firstIndex(of: UInt8(ascii: "@")) else { return nil }
    var start = at
    while start > 0, isLocal(bytes[start - 1]) { start -= 1 }
    var end = at + 1
    while end < bytes.count, isDomain(bytes[end]) { end += 1 }
    while end > at, bytes[end - 1] == UInt8(ascii: ".") { end -= 1 }
    guard start < at, bytes[at..<end].contains(UInt8(ascii: ".")) else { return nil }
    if bytes[end...].starts(with: Array("?subject=".utf8)) {
      while end < bytes.count, !bytes[end].isSpace { end += 1 }
    }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  private static func isLocal(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || "_-.+".utf8.contains(byte)
  }

  private static func isDomain(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
  }
}
