/// Escaping for markup.
enum HTMLText {
  /// `&`, `<` and `>` escaped: plain text as markup.
  static func escape(_ text: String) -> String {
    var text = text
    guard text.withUTF8({ "&<>".utf8.contains(where: $0.has) }) else { return text }
    var out: [UInt8] = []
    out.reserveCapacity(text.utf8.count + 32)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): out.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): out.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): out.append(contentsOf: "&gt;".utf8)
      default: out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// The same for a value between double quotes.
  static func escapeAttribute(_ text: String) -> String {
    escape(text).unicodeScalars.split(separator: "\"", omittingEmptySubsequences: false)
      .map { String($0) }.joined(separator: "&quot;")
  }
}
