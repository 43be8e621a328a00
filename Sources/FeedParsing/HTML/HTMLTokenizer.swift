/// Splits markup into tags and text by HTML's own rules, whatever its faults.
///
/// Every byte of the input is in exactly one token, so that what a policy does not write out
/// cannot reach the output.
struct HTMLTokenizer {
  enum Token {
    case text(Range<Int>)
    /// Its attributes are in ``HTMLTokenizer/attributes``.
    case startTag(HTMLElement?, isSelfClosing: Bool)
    case endTag(HTMLElement?)
    /// A comment, declaration or instruction.
    case other
  }

  /// The attributes of the start tag just read: names and values as ranges of the markup,
  /// references not yet decoded.
  private(set) var attributes: [(name: Range<Int>, value: Range<Int>)] = []
  /// The name of the tag just read, as written.
  private(set) var tagName = 0..<0
  private let bytes: UnsafeBufferPointer<UInt8>
  private let elements = HTMLElement.table
  private var index = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  mutating func next() -> Token? {
    guard index < bytes.count else { return nil }
    if bytes[index] == UInt8(ascii: "<"), let token = markup() { return token }
    let start = index
    index = bytes.find(UInt8(ascii: "<"), from: index + 1)
    return .text(start..<index)
  }

  /// Skips the content of an element that is dropped whole, with its end tag.
  mutating func skipContent(of element: HTMLElement) {
    if element.isRawText { return skipRawText(of: element.name) }
    var depth = 1
    while depth > 0, let token = next() {
      switch token {
      case .startTag(let other?, let isSelfClosing):
        if other.name.isEqual(element.name), !isSelfClosing { depth += 1 }
      case .endTag(let other?): if other.name.isEqual(element.name) { depth -= 1 }
      default: break
      }
    }
  }

  private mutating func skipRawText(of name: StaticString) {
    let length = name.utf8CodeUnitCount
    while index < bytes.count {
      index = bytes.find(UInt8(ascii: "<"), from: index)
      if index + 2 + length <= bytes.count, bytes[index + 1] == UInt8(ascii: "/"),
        (0..<length).allSatisfy({ bytes[index + 2 + $0].lowercased == name.utf8Start[$0] })
      {
        index = min(bytes.find(UInt8(ascii: ">"), from: index) + 1, bytes.count)
        return
      }
      index = min(index + 1, bytes.count)
    }
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
    } else if next == UInt8(ascii: "!"), index + 2 < bytes.count, !bytes[index + 2].isLetter {
      return nil
    } else {
      skip(past: ">", from: index + 1)
    }
    return .other
  }

  private mutating func skip(past end: StaticString, from start: Int) {
    index = min(start, bytes.count)
    while index < bytes.count, !bytes.matches(end, at: index) { index += 1 }
    index = min(index + end.utf8CodeUnitCount, bytes.count)
  }

  private mutating func element() -> HTMLElement? {
    let start = index
    while index < bytes.count, !bytes[index].endsTagName { index += 1 }
    tagName = start..<index
    return elements.find(UnsafeBufferPointer(rebasing: bytes[tagName]))
  }

  private mutating func endTag() -> Token {
    index += 2
    let element = element()
    while index < bytes.count, bytes[index] != UInt8(ascii: ">"), bytes[index] != UInt8(ascii: "<")
    {
      index += 1
    }
    if index < bytes.count, bytes[index] == UInt8(ascii: ">") { index += 1 }
    return .endTag(element)
  }

  /// nil where prose has a `<`, as in `a<b holds whenever n<m`: what is named like no element, or is
  /// cut off by another `<` or the end and holds words but no attribute, or stands right behind a word
  /// and is cut off by another `<`.
  private mutating func startTag() -> Token? {
    let start = index
    index += 1
    let element = element()
    var (isSelfClosing, isClosed) = (false, false)
    guard bytes[(start + 1)..<index].allSatisfy(\.isNameByte) else {
      index = start
      return nil
    }
    attributes.removeAll(keepingCapacity: true)
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: ">") {
        index += 1
        isClosed = true
        break
      }
      if byte == UInt8(ascii: "<") { break }
      if byte == UInt8(ascii: "/") {
        isSelfClosing = index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: ">")
        index += 1
      } else if byte.isSpace {
        index += 1
      } else {
        readAttribute()
      }
    }
    let hasValue = attributes.contains { $0.value.lowerBound > 0 }
    let isCompared =
      !isClosed && index < bytes.count && start > 0 && bytes[start - 1].isNameByte
    if !hasValue,
      !isClosed
        ? element == nil || !attributes.isEmpty || isCompared
        : element == nil && !attributes.isEmpty
    {
      index = start
      return nil
    }
    return .startTag(element, isSelfClosing: isSelfClosing)
  }

  private mutating func readAttribute() {
    let start = index
    index += 1
    while index < bytes.count, bytes[index] != UInt8(ascii: "="), !bytes[index].endsTagName {
      index += 1
    }
    let name = start..<index
    skipSpace()
    guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else {
      attributes.append((name, 0..<0))
      return
    }
    index += 1
    skipSpace()
    attributes.append((name, value()))
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
    let end = bytes.find(quote, from: start)
    index = min(end + 1, bytes.count)
    return start..<end
  }

  private mutating func skipSpace() {
    while index < bytes.count, bytes[index].isSpace { index += 1 }
  }
}
