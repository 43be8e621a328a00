/// What a person would read: no markup, nothing a terminal could obey.
package enum PlainText {
  /// The text of markup on one line: references decoded, white space collapsed, controls gone.
  package static func from(html: String) -> String {
    var html = html
    return html.withUTF8(from(html:))
  }

  /// A plain text made safe for a terminal: white space collapsed, controls gone.
  package static func from(text: String) -> String {
    var plain = text
    return plain.withUTF8(\.isPlainLine) ? text : plain.withUTF8(from(text:))
  }

  /// The text of markup with a line for each block; markup without blocks keeps the lines it is
  /// written in.
  package static func paragraphs(ofHTML html: String) -> String {
    var html = html
    return html.withUTF8(paragraphs(ofHTML:))
  }

  /// A plain text made safe for a terminal, in the lines it is written in.
  package static func paragraphs(ofText text: String) -> String {
    var text = text
    return text.withUTF8(paragraphs(ofText:))
  }

  static func from(html bytes: UnsafeBufferPointer<UInt8>) -> String {
    String(unsafeUninitializedCapacity: bytes.count) { write(html: bytes, to: PlainLine($0)) }
  }

  static func from(text bytes: UnsafeBufferPointer<UInt8>) -> String {
    String(unsafeUninitializedCapacity: bytes.count) { write(text: bytes, to: PlainLine($0)) }
  }

  static func paragraphs(ofHTML bytes: UnsafeBufferPointer<UInt8>) -> String {
    let blocks = String(unsafeUninitializedCapacity: bytes.count) {
      write(html: bytes, to: PlainLine($0, keepsBlocks: true))
    }
    if blocks.utf8.contains(UInt8(ascii: "\n")) { return blocks }
    return String(unsafeUninitializedCapacity: bytes.count) {
      write(html: bytes, to: PlainLine($0, keepsLines: true))
    }
  }

  static func paragraphs(ofText bytes: UnsafeBufferPointer<UInt8>) -> String {
    String(unsafeUninitializedCapacity: bytes.count) {
      write(text: bytes, to: PlainLine($0, keepsLines: true))
    }
  }

  /// The length of what the text of markup becomes: the markup's at most.
  static func write(html bytes: UnsafeBufferPointer<UInt8>, to line: PlainLine) -> Int {
    var line = line
    var tokens = HTMLTokenizer(bytes)
    while let token = tokens.next() {
      switch token {
      case .text(let range): line.append(html: bytes, range)
      case .startTag(let element?, let isSelfClosing):
        if element.isDropped {
          if !isSelfClosing || element.isRawText { tokens.skipContent(of: element) }
        } else if element.isBlock {
          line.breakBlock()
        }
      case .endTag(let element?): if element.isBlock { line.breakBlock() }
      default: break
      }
    }
    return line.count
  }

  /// The length of what a plain text becomes: its own at most.
  static func write(text bytes: UnsafeBufferPointer<UInt8>, to line: PlainLine) -> Int {
    var line = line
    line.append(bytes, bytes.indices)
    return line.count
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether it is ASCII without controls, and its spaces are single and inside.
  var isPlainLine: Bool {
    var isAfterSpace = true
    for byte in self {
      guard byte >= 0x20, byte < 0x7F, !(isAfterSpace && byte == 0x20) else { return false }
      isAfterSpace = byte == 0x20
    }
    return !isAfterSpace || isEmpty
  }
}
