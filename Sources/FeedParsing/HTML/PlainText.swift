/// What a person would read: no markup, nothing a terminal could obey.
public enum PlainText {
  /// The text of markup on one line: references decoded, white space collapsed, controls gone.
  public static func from(html: String) -> String { text(of: html) { PlainLine($0) } }

  /// The same with a line for each block; markup without blocks keeps the lines it is written in.
  public static func paragraphs(ofHTML html: String) -> String {
    let lines = text(of: html) { PlainLine($0, keepsBlocks: true) }
    return lines.contains("\n") ? lines : text(of: html) { PlainLine($0, keepsLines: true) }
  }

  /// A plain text made safe for a terminal, in the lines it is written in.
  public static func paragraphs(ofText text: String) -> String {
    collapsed(text) { PlainLine($0, keepsLines: true) }
  }

  private static func text(
    of html: String, _ line: (UnsafeMutableBufferPointer<UInt8>) -> PlainLine
  ) -> String {
    var html = html
    return html.withUTF8 { bytes in
      String(unsafeUninitializedCapacity: bytes.count) { out in
        var line = line(out)
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
    }
  }

  /// A plain text made safe for a terminal: white space collapsed, controls gone.
  public static func from(text: String) -> String { collapsed(text) { PlainLine($0) } }

  private static func collapsed(
    _ text: String, _ line: (UnsafeMutableBufferPointer<UInt8>) -> PlainLine
  ) -> String {
    var text = text
    if text.withUTF8(\.isPlainLine) { return text }
    return text.withUTF8 { bytes in
      String(unsafeUninitializedCapacity: bytes.count) { out in
        var line = line(out)
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
