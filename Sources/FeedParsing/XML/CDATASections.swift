/// Finds the CDATA sections of a document ahead of libxml2.
///
/// libxml2 reads a section three times, byte by byte, only to hand it on as it is, and most of
/// many a feed is CDATA.
struct CDATASections {
  struct Section {
    let range: Range<Int>
    let content: UnsafeBufferPointer<UInt8>
    /// Line feeds in it.
    let lines: Int
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0
  /// Whether every section so far is closed and holds XML characters only.
  private(set) var areSound = true

  /// - Parameter bytes: what follows the document type.
  init(in bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// nil after the last, or at one that is unsound.
  mutating func next() -> Section? {
    while true {
      index = bytes.find(UInt8(ascii: "!"), from: index)
      guard index < bytes.count else { return nil }
      if index > 0 {
        if bytes.matches("<![CDATA[", at: index - 1) { return section(from: index + 8) }
        if bytes.matches("<!--", at: index - 1) { index = bytes.find("-->", from: index + 3) }
      }
      index += 1
    }
  }

  private mutating func section(from start: Int) -> Section? {
    let end = bytes.find("]]>", from: start)
    let content = UnsafeBufferPointer(rebasing: bytes[start..<end])
    guard end < bytes.count, let lines = UTF8Scan.lines(inXML: content) else {
      areSound = false
      return nil
    }
    index = end + 3
    return Section(range: start..<end, content: content, lines: lines)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Where the next `text` begins, or `count`.
  fileprivate func find(_ text: StaticString, from start: Int) -> Int {
    var index = find(text.utf8Start[0], from: start)
    while index < count, !matches(text, at: index) {
      index = find(text.utf8Start[0], from: index + 1)
    }
    return index
  }
}
