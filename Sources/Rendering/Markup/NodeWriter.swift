extension Node {
  /// The markup, which reads the same as HTML, as SVG in HTML, and, where no element is void, as XML.
  package var bytes: [UInt8] {
    var out: [UInt8] = []
    write(to: &out)
    return out
  }

  package var markup: String { String(decoding: bytes, as: UTF8.self) }

  package func write(to out: inout [UInt8]) {
    switch self {
    case .text(let text): Node.escape(text, to: &out)
    case .raw(let name, let content):
      out += "<\(name)>\(content)</\(name)>".utf8
    case .element(let name, let attributes, let children):
      out.append(UInt8(ascii: "<"))
      Node.append(name, to: &out)
      for attribute in attributes {
        out.append(UInt8(ascii: " "))
        Node.append(attribute.name, to: &out)
        out += "=\"".utf8
        Node.escape(attribute.value, to: &out)
        out.append(UInt8(ascii: "\""))
      }
      out.append(UInt8(ascii: ">"))
      if Node.void.contains(name.description), children.isEmpty { return }
      for child in children { child.write(to: &out) }
      out += "</".utf8
      Node.append(name, to: &out)
      out.append(UInt8(ascii: ">"))
    }
  }

  /// The elements of HTML that hold nothing and have no end.
  private static let void: Set = ["br", "hr", "input", "link", "meta", "col"]

  private static func append(_ name: StaticString, to out: inout [UInt8]) {
    name.withUTF8Buffer { out.append(contentsOf: $0) }
  }

  /// One line of text, without characters that hide or that turn the direction of writing.
  private static func escape(_ text: String, to out: inout [UInt8]) {
    for byte in SafeText.message(text).utf8 {
      switch byte {
      case UInt8(ascii: "&"): out += "&amp;".utf8
      case UInt8(ascii: "<"): out += "&lt;".utf8
      case UInt8(ascii: ">"): out += "&gt;".utf8
      case UInt8(ascii: "\""): out += "&quot;".utf8
      case UInt8(ascii: "'"): out += "&#39;".utf8
      default: out.append(byte)
      }
    }
  }
}
