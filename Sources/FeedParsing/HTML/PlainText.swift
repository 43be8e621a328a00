/// What a person would read: one line, no markup, nothing a terminal could obey.
public enum PlainText {
  /// The text of markup: references decoded, white space collapsed, controls gone.
  public static func from(html: String) -> String {
    var html = html
    return html.withUTF8 { bytes in
      var line = PlainLine(capacity: bytes.count)
      var tokens = HTMLTokenizer(bytes)
      while let token = tokens.next() {
        switch token {
        case .text(let range): line.append(html: UnsafeBufferPointer(rebasing: bytes[range]))
        case .startTag(let tag):
          if tag.name == "script" || tag.name == "style" {
            tokens.skipRawText(of: tag.name)
          } else if HTMLPolicy.dropped.contains(tag.name) {
            if !tag.isSelfClosing { tokens.skipContent(of: tag.name) }
          } else if HTMLPolicy.blocks.contains(tag.name) {
            line.breakWord()
          }
        case .endTag(let name): if HTMLPolicy.blocks.contains(name) { line.breakWord() }
        case .other: break
        }
      }
      return line.text
    }
  }

  /// A plain text made safe for a terminal: white space collapsed, controls gone.
  public static func from(text: String) -> String {
    var text = text
    return text.withUTF8 { bytes in
      var line = PlainLine(capacity: bytes.count)
      line.append(bytes)
      return line.text
    }
  }
}
