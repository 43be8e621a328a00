import CLibXML2

/// What the C callbacks find behind their user-data pointer.
struct XMLParseState: ~Copyable {
  var builder: FeedBuilder
  var sections = SectionQueue()
  private let context: xmlParserCtxtPtr
  private let recovering: Bool
  private let limits: FeedLimits
  /// Lines in the sections that libxml2 was not shown.
  private var linesUnseen = 0
  private var textSinceTag = 0
  private var entity = HTMLEntityNode()
  private(set) var isStopped = false
  private(set) var firstFault: XMLFault?

  init(
    _ builder: consuming FeedBuilder, context: xmlParserCtxtPtr, recovering: Bool,
    limits: FeedLimits
  ) {
    self.builder = builder
    self.context = context
    self.recovering = recovering
    self.limits = limits
  }

  /// The line being read; libxml2 counts from 1.
  var line: Int { Int(context.pointee.input?.pointee.line ?? 0) + linesUnseen }

  @inline(__always)
  mutating func start(_ name: XMLName, _ attributes: XMLAttributes) {
    guard !isStopped else { return }
    if builder.depth > limits.depth {
      return stop("elements are nested deeper than \(limits.depth)")
    }
    if attributes.count > limits.attributes {
      return stop("an element has more than \(limits.attributes) attributes")
    }
    textSinceTag = 0
    builder.start(name, attributes)
    if builder.feed.items.count > limits.items { stop("there are more than \(limits.items) items") }
  }

  @inline(__always)
  mutating func end(_ name: XMLName) {
    guard !isStopped else { return }
    builder.end(name)
  }

  @inline(__always)
  mutating func text(_ bytes: UnsafePointer<UInt8>, count: Int) {
    guard !isStopped else { return }
    textSinceTag += count
    if textSinceTag > limits.textBytes {
      return stop("a text is longer than \(limits.textBytes) bytes")
    }
    builder.text(bytes, count: count)
  }

  /// A CDATA section, or the number of one.
  mutating func section(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard !sections.isEmpty, let number = Int(String(decoding: bytes, as: UTF8.self)),
      let section = sections.section(number)
    else { return text(bytes.baseAddress!, count: bytes.count) }
    guard let start = section.content.baseAddress, !section.content.isEmpty else { return }
    linesUnseen += section.lines
    text(start, count: section.content.count)
  }

  /// The replacement text of a named character, never of an entity the document declares.
  mutating func replacement(for name: UnsafePointer<UInt8>) -> xmlEntityPtr? {
    if let predefined = xmlGetPredefinedEntity(name) { return predefined }
    return HTMLEntities.scalar(name).map { entity.pointer(name, $0) }
  }

  mutating func fault(_ error: xmlError) {
    guard !isStopped else { return }
    // XML_NS_ERR_…: a namespace is missing, the markup is sound.
    let isNamespace = 200...205 ~= error.code
    let isFatal = error.level.rawValue >= XML_ERR_ERROR.rawValue && !isNamespace
    if isNamespace { builder.isMalformed = true }
    let message = error.message.map { String(cString: $0).trimmed } ?? "error \(error.code)"
    let fault = XMLFault(
      line: Int(error.line) + linesUnseen, message: message, isFatal: isFatal)
    if isFatal, firstFault == nil { firstFault = fault }
    if isFatal, !recovering { return halt() }
    builder.report(Diagnostic(isFatal ? .error : .warning, line: fault.line, fault.message))
  }

  private mutating func stop(_ reason: String) {
    firstFault = XMLFault(line: line, message: reason, isFatal: true, isLimit: true)
    builder.report(Diagnostic(.error, line: line, "\(reason); the rest was not read"))
    builder.isMalformed = true
    halt()
  }

  private mutating func halt() {
    isStopped = true
    xmlStopParser(context)
  }
}

/// The C entry points: casts, and a check of every pointer that libxml2 hands over.
extension XMLParseState {
  static func handlerTable() -> xmlSAXHandler {
    var table = xmlSAXHandler()
    table.initialized = UInt32(XML_SAX2_MAGIC)
    table.startElementNs = { user, local, prefix, uri, _, _, count, _, attributes in
      guard let user, let local else { return }
      user.assumingMemoryBound(to: XMLParseState.self).pointee.start(
        XMLName(local: local, prefix: prefix, uri: uri),
        XMLAttributes(base: attributes, count: attributes == nil ? 0 : Int(count)))
    }
    table.endElementNs = { user, local, prefix, uri in
      guard let user, let local else { return }
      user.assumingMemoryBound(to: XMLParseState.self).pointee.end(
        XMLName(local: local, prefix: prefix, uri: uri))
    }
    table.characters = { user, bytes, count in
      guard let user, let bytes, count > 0 else { return }
      user.assumingMemoryBound(to: XMLParseState.self).pointee.text(bytes, count: Int(count))
    }
    table.cdataBlock = { user, bytes, count in
      guard let user, let bytes, count > 0 else { return }
      user.assumingMemoryBound(to: XMLParseState.self).pointee.section(
        UnsafeBufferPointer(start: bytes, count: Int(count)))
    }
    table.getEntity = { user, name in
      guard let user, let name else { return nil }
      return user.assumingMemoryBound(to: XMLParseState.self).pointee.replacement(for: name)
    }
    table.serror = { user, error in
      guard let user, let error else { return }
      user.assumingMemoryBound(to: XMLParseState.self).pointee.fault(error.pointee)
    }
    return table
  }
}
