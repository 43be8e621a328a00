/// A document's `<!DOCTYPE …>`, which libxml2 is never shown.
///
/// Without it there is no entity to expand, no external subset to fetch and no default attribute
/// to add: the attacks on XML parsers end here.
struct DocumentType: Equatable {
  /// Where it stands in the document; empty when there is none.
  let range: Range<Int>
  let isNetscape: Bool

  /// Looks before the first element only.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var index = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<") else {
        index += 1
        continue
      }
      if Self.isOne(bytes, at: index) {
        range = index..<Self.end(bytes, from: index)
        let text = String(decoding: bytes[range].prefix(300), as: UTF8.self)
        isNetscape = text.lowercased().contains("netscape")
        return
      }
      if bytes.matches("<!--", at: index) {
        index = bytes.index(past: "-->", from: index + 4)
      } else if bytes.matches("<?", at: index) {
        index = bytes.index(past: "?>", from: index + 2)
      } else if index + 1 < bytes.count, bytes[index + 1].isNameStart {
        break
      } else {
        index += 1
      }
    }
    (range, isNetscape) = (0..<0, false)
  }

  static func isOne(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    bytes.matches("<!DOCTYPE", at: index) || bytes.matches("<!doctype", at: index)
  }

  /// Past the `>` that is neither quoted nor inside the internal subset.
  private static func end(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var quote: UInt8 = 0
    var depth = 0
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if bytes.matches("<!--", at: index) {
        index = bytes.index(past: "-->", from: index + 4)
        continue
      } else {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
        case UInt8(ascii: "["): depth += 1
        case UInt8(ascii: "]"): depth -= 1
        case UInt8(ascii: ">") where depth <= 0: return index + 1
        default: break
        }
      }
      index += 1
    }
    return bytes.count
  }
}
