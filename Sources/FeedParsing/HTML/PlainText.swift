/// What a person would read: one line, no markup, nothing a terminal could obey.
public enum PlainText {
  /// The text of markup: references decoded, white space collapsed, controls gone.
  public static func from(html: String) -> String {
    var html = html
    return html.withUTF8 { bytes in
      String(unsafeUninitializedCapacity: bytes.count) { out in
        var line = PlainLine(out)
        var tokens = HTMLTokenizer(bytes)
        while let token = tokens.next() {
          switch token {
          case .text(let range): line.append(html: bytes, range)
          case .startTag(let element?, let isSelfClosing):
            if element.isDropped {
              if !isSelfClosing || element.isRawText { tokens.skipContent(of: element) }
            } else if element.isBlock {
              line.breakWord()
            }
          case .endTag(let element?): if element.isBlock { line.breakWord() }
          default: break
          }
        }
        return line.count
      }
    }
  }

  /// A plain text made safe for a terminal: white space collapsed, controls gone.
  public static func from(text: String) -> String {
    var text = text
    if text.withUTF8(\.isPlainLine) { return text }
    return text.withUTF8 { bytes in
      String(unsafeUninitializedCapacity: bytes.count) { out in
        var line = PlainLine(out)
        line.append(bytes, bytes.indices)
        return line.count
      }
    }
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
