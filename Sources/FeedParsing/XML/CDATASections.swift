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
  /// Where the last section, comment or instruction ended.
  private var outside = 0
  /// Whether every section so far is closed and holds XML characters only.
  private(set) var areSound = true

  /// - Parameter bytes: what follows the document type.
  init(in bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// nil after the last, or at one that is unsound.
  mutating func next() -> Section? {
    while true {
      let mark = bytes.find(UInt8(ascii: "!"), from: index)
      guard mark < bytes.count else { return nil }
      index = mark + 1
      guard mark > 0, bytes[mark - 1] == UInt8(ascii: "<") else { continue }
      if bytes.matches("<![CDATA[", at: mark - 1) {
        if !skipInstruction(before: mark) { return section(from: mark + 8) }
      } else if bytes.matches("<!--", at: mark - 1), !skipInstruction(before: mark) {
        index = bytes.find("-->", from: mark + 3)
        outside = index
      }
    }
  }

  /// An instruction may hold what looks like a section or a comment.
  ///
  /// - Returns: whether one began before `end`; then it is behind.
  private mutating func skipInstruction(before end: Int) -> Bool {
    var question = outside
    repeat {
      question = bytes.find(UInt8(ascii: "?"), from: question + 1, to: end)
      guard question < end else { return false }
    } while bytes[question - 1] != UInt8(ascii: "<")
    index = bytes.find("?>", from: question + 1)
    outside = index
    return true
  }

  private mutating func section(from start: Int) -> Section? {
    let end = bytes.find("]]>", from: start)
    let content = UnsafeBufferPointer(rebasing: bytes[start..<end])
    guard end < bytes.count, let lines = UTF8Scan.lines(inXML: content) else {
      areSound = false
      return nil
    }
    index = end + 3
    outside = index
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
