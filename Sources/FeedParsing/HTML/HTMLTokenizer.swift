/// Splits markup into tags and text by HTML's own rules, whatever its faults.
///
/// Every byte of the input is in exactly one token, so that what a policy does not write out
/// cannot reach the output.
struct HTMLTokenizer {
  enum Token {
    case text(Range<Int>)
    case startTag(HTMLTag)
    case endTag(name: String)
    /// A comment, declaration or instruction.
    case other
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  mutating func next() -> Token? {
    guard index < bytes.count else { return nil }
    if bytes[index] == UInt8(ascii: "<"), let token = markup() { return token }
    let start = index
    index += 1
    while index < bytes.count, bytes[index] != UInt8(ascii: "<") { index += 1 }
    return .text(start..<index)
  }

  /// Skips the content of an element that is dropped whole, with its end tag.
  mutating func skipContent(of name: String) {
    var depth = 1
    while depth > 0, let token = next() {
      switch token {
      case .startTag(let tag) where tag.name == name && !tag.isSelfClosing: depth += 1
      case .endTag(name): depth -= 1
      default: break
      }
    }
  }

  /// Skips text that holds no markup but its own end tag: scripts and styles.
  mutating func skipRawText(of name: String) {
    let end = Array("</\(name)".utf8)
    while index < bytes.count {
      if bytes[index] == end[0], matchesIgnoringCase(end) {
        while index < bytes.count, bytes[index] != UInt8(ascii: ">") { index += 1 }
        index = min(index + 1, bytes.count)
        return
      }
      index += 1
    }
  }

  private func matchesIgnoringCase(_ word: [UInt8]) -> Bool {
    guard index + word.count <= bytes.count else { return false }
    return word.indices.allSatisfy { bytes[index + $0].lowercased == word[$0] }
  }

  /// What begins at `<`; nil when that is only a character.
  private mutating func markup() -> Token? {
    guard index + 1 < bytes.count else { return nil }
    let next = bytes[index + 1]
    if next.isLetter { return startTag() }
    if next == UInt8(ascii: "/"), index + 2 < bytes.count, bytes[index + 2].isLetter {
      return endTag()
    }
    guard next == UInt8(ascii: "!") || next == UInt8(ascii: "?") || next == UInt8(ascii: "/")
    else { return nil }
    if bytes.matches("<!--", at: index) {
      skip(past: "-->", from: index + 4)
    } else if bytes.matches("<![CDATA[", at: index) {
      return nil
    } else if next == UInt8(ascii: "!"), index + 2 < bytes.count, !bytes[index + 2].isLetter {
      return nil
    } else {
      skip(past: ">", from: index + 1)
    }
    return .other
  }

  private mutating func skip(past end: StaticString, from start: Int) {
    index = min(start, bytes.count)
    while index < bytes.count {
      if bytes.matches(end, at: index) {
        index += end.utf8CodeUnitCount
        return
      }
      index += 1
    }
  }

  private mutating func name() -> String {
    let start = index
    while index < bytes.count, !bytes[index].isSpace, bytes[index] != UInt8(ascii: ">"),
      bytes[index] != UInt8(ascii: "/"), bytes[index] != UInt8(ascii: "<")
    { index += 1 }
    return lowercase(start..<index)
  }

  private func lowercase(_ range: Range<Int>) -> String {
    String(unsafeUninitializedCapacity: range.count) { out in
      for k in 0..<range.count { out[k] = bytes[range.lowerBound + k].lowercased }
      return range.count
    }
  }

  private mutating func endTag() -> Token {
    index += 2
    let name = name()
    while index < bytes.count, bytes[index] != UInt8(ascii: ">"), bytes[index] != UInt8(ascii: "<") {
      index += 1
    }
    if index < bytes.count, bytes[index] == UInt8(ascii: ">") { index += 1 }
    return .endTag(name: name)
  }

  private mutating func startTag() -> Token {
    index += 1
    var tag = HTMLTag(name: name())
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: ">") {
        index += 1
        return .startTag(tag)
      }
      if byte == UInt8(ascii: "<") { return .startTag(tag) }
      if byte == UInt8(ascii: "/") {
        tag.isSelfClosing = index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: ">")
        index += 1
      } else if byte.isSpace {
        index += 1
      } else {
        tag.attributes.append(attribute())
      }
    }
    return .startTag(tag)
  }

  private mutating func attribute() -> (name: String, value: Range<Int>) {
    let start = index
    index += 1
    while index < bytes.count, !bytes[index].isSpace, bytes[index] != UInt8(ascii: "="),
      bytes[index] != UInt8(ascii: ">"), bytes[index] != UInt8(ascii: "/")
    { index += 1 }
    let name = lowercase(start..<index)
    skipSpace()
    guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else { return (name, 0..<0) }
    index += 1
    skipSpace()
    return (name, value())
  }

  private mutating func value() -> Range<Int> {
    guard index < bytes.count else { return 0..<0 }
    let quote = bytes[index]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      let start = index
      while index < bytes.count, !bytes[index].isSpace, bytes[index] != UInt8(ascii: ">") {
        index += 1
      }
      return start..<index
    }
    let start = index + 1
    index = start
    while index < bytes.count, bytes[index] != quote { index += 1 }
    let end = index
    index = min(index + 1, bytes.count)
    return start..<end
  }

  private mutating func skipSpace() {
    while index < bytes.count, bytes[index].isSpace { index += 1 }
  }
}
