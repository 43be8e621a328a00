/// Writes out the tokens that ``HTMLPolicy`` allows.
struct HTMLWriter {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let base: String
  private let known = HTMLAttribute.table
  private var kept: [(attribute: HTMLAttribute, value: Range<Int>)] = []
  private(set) var out: [UInt8] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>, base: String) {
    self.bytes = bytes
    self.base = base
    out.reserveCapacity(bytes.count + bytes.count / 8 + 16)
  }

  mutating func run() {
    var tokens = HTMLTokenizer(bytes)
    while let token = tokens.next() {
      switch token {
      case .text(let range): write(text: range)
      case .startTag(let element?, let isSelfClosing):
        if element.isAllowed {
          write(element, tokens.attributes)
        } else if element.isDropped, !isSelfClosing || element.isRawText {
          tokens.skipContent(of: element)
        }
      case .endTag(let element?):
        if element.isAllowed, !element.isVoid {
          append("</")
          append(element.name)
          out.append(UInt8(ascii: ">"))
        }
      default: break
      }
    }
  }

  /// Text as it stands, except that nothing in it can begin markup.
  private mutating func write(text: Range<Int>) {
    var start = text.lowerBound
    for index in text {
      let byte = bytes[index]
      guard byte < 0x20 || byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<") else { continue }
      if byte == 9 || byte == 10 { continue }
      if byte == UInt8(ascii: "&"), HTMLReference.read(bytes, at: index) != nil { continue }
      out.append(contentsOf: bytes[start..<index])
      start = index + 1
      if byte == UInt8(ascii: "<") { append("&lt;") }
      if byte == UInt8(ascii: "&") { append("&amp;") }
    }
    out.append(contentsOf: bytes[start..<text.upperBound])
  }

  private mutating func write(
    _ element: HTMLElement, _ attributes: [(name: Range<Int>, value: Range<Int>)]
  ) {
    out.append(UInt8(ascii: "<"))
    append(element.name)
    if !attributes.isEmpty { write(attributes) }
    append(element.isVoid ? " />" : ">")
  }

  /// Each allowed attribute once, the last one winning, in alphabetical order.
  private mutating func write(_ attributes: [(name: Range<Int>, value: Range<Int>)]) {
    kept.removeAll(keepingCapacity: true)
    for (name, value) in attributes {
      guard let attribute = known.find(UnsafeBufferPointer(rebasing: bytes[name])) else { continue }
      var place = kept.count
      while place > 0, kept[place - 1].attribute.rank > attribute.rank { place -= 1 }
      if place > 0, kept[place - 1].attribute.rank == attribute.rank {
        kept[place - 1].value = value
      } else {
        kept.insert((attribute, value), at: place)
      }
    }
    for index in kept.indices { write(kept[index].attribute, kept[index].value) }
  }

  private mutating func write(_ attribute: HTMLAttribute, _ range: Range<Int>) {
    let raw = UnsafeBufferPointer(rebasing: bytes[range])
    let isOrdinary = attribute.role == .plain || attribute.role == .link && raw.isWebAddress
    if isOrdinary, !raw.contains(where: \.needsCareInAttribute) {
      open(attribute.name)
      out.append(contentsOf: raw)
      return out.append(UInt8(ascii: "\""))
    }
    guard let value = safe(attribute, HTMLReference.decode(raw)) else { return }
    open(attribute.name)
    append(HTMLText.escapeAttribute(value))
    out.append(UInt8(ascii: "\""))
  }

  private mutating func open(_ name: StaticString) {
    out.append(UInt8(ascii: " "))
    append(name)
    append("=\"")
  }

  private func safe(_ attribute: HTMLAttribute, _ value: String) -> String? {
    switch attribute.role {
    case .plain: return value
    case .keyword: return value.lowercased()
    case .style: return CSSPolicy.sanitize(value)
    case .link:
      if let scheme = URLReference.effectiveScheme(value),
        !URLReference.safeSchemes.contains(scheme)
      {
        return attribute.name.isEqual("href") ? "" : nil
      }
      return base.isEmpty ? value : URLReference.resolve(value.trimmed, against: base)
    }
  }

  private mutating func append(_ text: StaticString) {
    out.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  private mutating func append(_ text: String) { out.append(contentsOf: text.utf8) }
}

extension UInt8 {
  fileprivate var needsCareInAttribute: Bool {
    self == UInt8(ascii: "&") || self == UInt8(ascii: "<") || self == UInt8(ascii: ">")
      || self == UInt8(ascii: "\"")
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate var isWebAddress: Bool { matches("https://", at: 0) || matches("http://", at: 0) }
}
