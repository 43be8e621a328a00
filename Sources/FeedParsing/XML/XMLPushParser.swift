import CLibXML2

/// libxml2's SAX2 push parser, feeding a ``FeedBuilder``.
///
/// Bytes must be UTF-8 already: encoding declarations are ignored. No entity that the document
/// declares is ever expanded, nothing external is ever fetched.
final class XMLPushParser {
  private let state: UnsafeMutablePointer<XMLParseState>
  private let context: xmlParserCtxtPtr

  /// nil when libxml2 has no memory left.
  ///
  /// - Parameter recovering: whether to go on after the first error.
  init?(_ builder: consuming FeedBuilder, recovering: Bool, limits: FeedLimits) {
    xmlInitParser()
    state = .allocate(capacity: 1)
    var table = XMLParseState.handlerTable()
    guard let context = xmlCreatePushParserCtxt(&table, state, nil, 0, nil) else {
      state.deallocate()
      return nil
    }
    self.context = context
    var options = XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue
    options |= XML_PARSE_HUGE.rawValue
    if recovering { options |= XML_PARSE_RECOVER.rawValue }
    xmlCtxtUseOptions(context, Int32(options))
    // Or it would guess from the first four bytes.
    xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
    state.initialize(
      to: XMLParseState(builder, context: context, recovering: recovering, limits: limits))
  }

  deinit {
    if let document = context.pointee.myDoc { xmlFreeDoc(document) }
    context.pointee.myDoc = nil
    xmlFreeParserCtxt(context)
    state.deinitialize(count: 1)
    state.deallocate()
  }

  /// Whether an error or a limit put an end to the parse.
  var isStopped: Bool { state.pointee.isStopped }
  /// The error that stopped a parse that is not recovering, or the first that was survived.
  var firstFault: XMLFault? { state.pointee.firstFault }
  var line: Int { state.pointee.line }

  /// What libxml2 is given at a time; 64 KB is fastest (measured).
  private static let chunkBytes = 1 << 16

  /// Parses on.
  func push(_ bytes: UnsafeBufferPointer<UInt8>) {
    var offset = 0
    while offset < bytes.count, !isStopped {
      let size = min(Self.chunkBytes, bytes.count - offset)
      bytes.baseAddress!.advanced(by: offset).withMemoryRebound(to: CChar.self, capacity: size) {
        _ = xmlParseChunk(context, $0, Int32(size), 0)
      }
      offset += size
    }
  }

  /// Parses the beginning of a document up to its document type, and returns what follows.
  func pushProlog(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    let type = DocumentType(bytes)
    push(UnsafeBufferPointer(rebasing: bytes[..<type.range.lowerBound]))
    if type.isNetscape { state.pointee.builder.feed.format = .rss091 }
    // Its lines stay, so that faults are reported where they are.
    let lines = [UInt8](repeating: 10, count: bytes[type.range].count { $0 == 10 })
    lines.withUnsafeBufferPointer { push($0) }
    return UnsafeBufferPointer(rebasing: bytes[type.range.upperBound...])
  }

  /// Parses the rest of a document that outlives the parse; in the place of CDATA sections libxml2
  /// sees their numbers.
  ///
  /// - Returns: false, and the rest is not read, when a section is unsound.
  func pushSound(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var sections = CDATASections(in: bytes)
    var chunk: [UInt8] = []
    var start = 0
    while let section = sections.next() {
      let number = state.pointee.sections.add(section)
      chunk.append(contentsOf: bytes[start..<section.range.lowerBound])
      chunk.append(contentsOf: String(number).utf8)
      if chunk.count >= Self.chunkBytes {
        chunk.withUnsafeBufferPointer { push($0) }
        chunk.removeAll(keepingCapacity: true)
        state.pointee.sections.beginChunk()
      }
      start = section.range.upperBound
    }
    guard sections.areSound else { return false }
    chunk.withUnsafeBufferPointer { push($0) }
    push(UnsafeBufferPointer(rebasing: bytes[start...]))
    return true
  }

  func finish() {
    if !isStopped { _ = xmlParseChunk(context, nil, 0, 1) }
  }

  /// Hands out the builder for a moment.
  func withBuilder<Result>(_ body: (inout FeedBuilder) -> Result) -> Result {
    body(&state.pointee.builder)
  }
}
