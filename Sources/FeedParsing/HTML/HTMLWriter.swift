/// Writes out the tokens that ``HTMLPolicy`` allows.
struct HTMLWriter {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let base: String
  private(set) var out: [UInt8] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>, base: String) {
    self.bytes = bytes
    self.base = base
    out.reserveCapacity(bytes.count + bytes.count / 8)
  }

  mutating func run() {
    var tokens = HTMLTokenizer(bytes)
    while let token = tokens.next() {
      switch token {
      case .text(let range): write(text: UnsafeBufferPointer(rebasing: bytes[range]))
      case .startTag(let tag):
        if HTMLPolicy.elements.contains(tag.name) {
          write(tag)
        } else if HTMLPolicy.dropped.contains(tag.name) {
          skip(tag, &tokens)
        }
      case .endTag(let name):
        if HTMLPolicy.elements.contains(name), !HTMLPolicy.void.contains(name) {
          append("</")
          append(name)
          append(">")
        }
      case .other: break
      }
    }
  }

  private func skip(_ tag: HTMLTag, _ tokens: inout HTMLTokenizer) {
    switch tag.name {
    case "script", "style": tokens.skipRawText(of: tag.name)
    default: if !tag.isSelfClosing { tokens.skipContent(of: tag.name) }
    }
  }

  /// Text as it stands, except that nothing in it can begin markup.
  private mutating func write(text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    for index in text.indices {
      let byte = text[index]
      guard byte == UInt8(ascii: "<") || byte == UInt8(ascii: "&") || byte < 0x20 else { continue }
      if byte == UInt8(ascii: "&"), HTMLReference.read(text, at: index) != nil { continue }
      if byte == 9 || byte == 10 { continue }
      out.append(contentsOf: text[start..<index])
      start = index + 1
      if byte == UInt8(ascii: "<") { append("&lt;") }
      if byte == UInt8(ascii: "&") { append("&amp;") }
    }
    out.append(contentsOf: text[start...])
  }

  private mutating func write(_ tag: HTMLTag) {
    append("<")
    append(tag.name)
    for (name, value) in allowed(tag) {
      append(" ")
      append(name)
      append("=\"")
      append(HTMLText.escapeAttribute(value))
      append("\"")
    }
    append(HTMLPolicy.void.contains(tag.name) ? " />" : ">")
  }

  /// Each allowed attribute once, the last one winning, in alphabetical order.
  private func allowed(_ tag: HTMLTag) -> [(String, String)] {
    var kept: [(String, String)] = []
    for (name, range) in tag.attributes where HTMLPolicy.attributes.contains(name) {
      let text = HTMLReference.decode(UnsafeBufferPointer(rebasing: bytes[range]))
      guard let value = safe(name, text) else { continue }
      kept.removeAll { $0.0 == name }
      kept.append((name, value))
    }
    return kept.count > 1 ? kept.sorted { $0.0 < $1.0 } : kept
  }

  private func safe(_ name: String, _ value: String) -> String? {
    if name == "style" { return CSSPolicy.sanitize(value) }
    if name == "rel" || name == "type" { return value.lowercased() }
    guard HTMLPolicy.links.contains(name) else { return value }
    if let scheme = URLReference.effectiveScheme(value), !URLReference.safeSchemes.contains(scheme) {
      return name == "href" ? "" : nil
    }
    return base.isEmpty ? value : URLReference.resolve(value.trimmed, against: base)
  }

  private mutating func append(_ text: String) { out.append(contentsOf: text.utf8) }
}
