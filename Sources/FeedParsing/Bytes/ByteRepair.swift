/// Makes ill-formed XML bytes palatable before libxml2 sees them.
///
/// Skips to the first `<`, drops control characters that XML forbids, escapes `&` that begins no
/// reference and `<` that begins no markup, and reads bytes that are not UTF-8 as Windows-1252.
/// XML declarations after the first and byte order marks, where files were joined, go.
/// CDATA sections, comments and instructions keep their `&` and `<`.
struct ByteRepair {
  private enum Region { case before, markup, text, cdata, comment, instruction, declaration }

  private var region = Region.before
  private var quote: UInt8 = 0
  private var line = 1
  private var hasBegun = false
  private(set) var diagnostics: [Diagnostic] = []
  private let keep: Int

  /// `keep` is how many diagnostics are worth keeping.
  init(keep: Int) { self.keep = keep }

  /// The repaired document, without what stands before the feed.
  mutating func repair(_ document: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    let start = FeedStart.find(in: document) ?? 0
    if document[..<start].contains(where: { !$0.isSpace }) {
      note("what stood before the feed was skipped")
    }
    line += document[..<start].count { $0 == UInt8(ascii: "\n") }
    let bytes = UnsafeBufferPointer(rebasing: document[start...])
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + bytes.count / 16)
    var index = 0
    while index < bytes.count { index += step(bytes, at: index, into: &out) }
    return out
  }

  /// Handles what begins at `index` and returns how many bytes that was.
  private mutating func step(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int, into out: inout [UInt8]
  ) -> Int {
    let byte = bytes[index]
    if byte == UInt8(ascii: "\n") { line += 1 }
    if region == .before {
      guard byte == UInt8(ascii: "<"), bytes.startsMarkup(at: index) else { return 1 }
      region = .text
    }
    if region == .declaration {
      if byte == UInt8(ascii: ">") { region = .text }
      return 1
    }
    switch byte {
    case UInt8(ascii: "<"): return lessThan(bytes, at: index, into: &out)
    case UInt8(ascii: ">"):
      if region == .text, out.count >= 2, out[out.count - 1] == 0x5D, out[out.count - 2] == 0x5D {
        note("a ]]> outside any section became ]]&gt;")
        out.append(contentsOf: Array("&gt;".utf8))
        return 1
      }
      closeMarkup(bytes, at: index)
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      if region == .markup { quote = quote == 0 ? byte : quote == byte ? 0 : quote }
    case UInt8(ascii: "&"):
      if region == .text || region == .markup, !bytes.startsReference(at: index) {
        if let length = forbidden(bytes, at: index, into: &out) { return length }
        note("a bare & became &amp;")
        out.append(contentsOf: Array("&amp;".utf8))
        return 1
      }
    case 0..<0x20 where byte != 9 && byte != 10 && byte != 13:
      note("a control character was dropped")
      return 1
    case 0x80...:
      return beyondASCII(bytes, at: index, into: &out)
    default: break
    }
    out.append(byte)
    return 1
  }

  /// A reference to what XML allows no reference to: halves of one character are that character, and
  /// anything else goes. Returns its length; nil where it is none.
  private mutating func forbidden(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int, into out: inout [UInt8]
  ) -> Int? {
    guard bytes.matches("&#", at: index),
      let (value, length) = HTMLReference.read(bytes, at: index),
      value >= 0x1_0000 || !UnsafeBufferPointer.isXMLCharacter(value)
    else { return nil }
    note("a reference to what is no character was dropped or mended")
    if let scalar = Unicode.Scalar(value), value >= 0x1_0000 { out.appendUTF8(scalar.value) }
    return length
  }

  private mutating func lessThan(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int, into out: inout [UInt8]
  ) -> Int {
    switch region {
    case .cdata, .comment, .instruction, .declaration: break
    case .markup where quote != 0 && !bytes.startsTag(at: index):
      out.append(contentsOf: Array("&lt;".utf8))
      return 1
    case .before, .text, .markup:
      if bytes.matches("<![CDATA[", at: index) {
        region = .cdata
      } else if bytes.matches("<!--", at: index) {
        region = .comment
      } else if hasBegun, FeedStart.isDeclaration(bytes, at: index) {
        note("an XML declaration in the middle was dropped")
        region = .declaration
        return 1
      } else if bytes.matches("<?", at: index) {
        region = .instruction
      } else if bytes.startsMarkup(at: index) {
        region = .markup
        quote = 0
      } else {
        note("a bare < became &lt;")
        out.append(contentsOf: Array("&lt;".utf8))
        return 1
      }
    }
    hasBegun = true
    out.append(bytes[index])
    return 1
  }

  private mutating func closeMarkup(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) {
    switch region {
    case .markup: if quote == 0 { region = .text }
    case .instruction: region = .text
    case .cdata: if index >= 2, bytes.matches("]]>", at: index - 2) { region = .text }
    case .comment: if index >= 2, bytes.matches("-->", at: index - 2) { region = .text }
    case .before, .text, .declaration: break
    }
  }

  private mutating func beyondASCII(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int, into out: inout [UInt8]
  ) -> Int {
    let length = UTF8Scan.sequence(bytes, at: index)
    guard length > 0 else {
      note("a byte that is not UTF-8 was read as Windows-1252")
      out.appendUTF8(Windows1252.scalar(bytes[index]))
      return 1
    }
    if !UTF8Scan.isNonCharacter(bytes, at: index), !bytes.matches("\u{FEFF}", at: index) {
      out.append(contentsOf: bytes[index..<index + length])
    }
    return length
  }

  private mutating func note(_ message: String) {
    guard diagnostics.count < keep, diagnostics.last?.message != message else { return }
    diagnostics.append(Diagnostic(.warning, line: line, message))
  }
}
