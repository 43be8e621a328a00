/// Text constructs: titles, summaries, contents.
extension FeedBuilder {
  mutating func closeConstruct(_ frame: Frame) {
    let capture = capture!
    let context = context
    self.capture = nil
    guard frame.element != .info, !scopes.isElsewhere, !(scopes.inAuthor) else { return }
    var bytes = buffer.bytes(from: frame.textStart).trimmingSpace()
    if capture.kind == .xhtml, feed.format == .atom10 { bytes = bytes.withoutEnclosingDiv() }
    guard var text = TextRepair.utf8(bytes) else { return }
    if capture.isBase64, let decoded = Base64.decode(text) { text = decoded }
    var kind = capture.kind
    if kind == .text, !feed.format.isAtom, HTMLGuess.looksLikeHTML(text) { kind = .html }
    let construct = TextConstruct(
      utf8: text, kind: kind, context: context.isEmpty ? nil : context)
    scopes.inItem ? setItem(frame.element, construct) : setFeed(frame.element, construct)
  }

  private mutating func setItem(_ element: Element, _ text: TextConstruct) {
    switch element {
    case .title: if titleWins() { item.title = text }
    case .mediaTitle: if item.title == nil { item.title = text }
    case .summary, .description, .abstract: setSummary(text)
    case .content, .encoded, .body: if item.content == nil { item.content = text }
    default: break
    }
  }

  /// A second description, when nothing called itself content, is the content.
  private mutating func setSummary(_ text: TextConstruct) {
    if item.summary != nil, !hasContent, item.content == nil {
      item.content = text
      hasContent = true
    } else if isShallow(.summary) {
      item.summary = text
    }
  }

  private mutating func setFeed(_ element: Element, _ text: TextConstruct) {
    switch element {
    case .title: if titleWins() { feed.title = text }
    case .subtitle, .description, .abstract, .summary: feed.subtitle = text
    case .rights: feed.rights = text
    default: break
    }
  }

  private mutating func titleWins() -> Bool {
    if titleDepth >= 0, titleDepth <= frames.count { return false }
    titleDepth = frames.count
    return true
  }

  /// Whether a start tag can only mean that the construct before it never ended.
  func endsCapture(_ name: XMLName, _ attributes: XMLAttributes) -> Bool {
    let isInPage = sawHTML && feed.format == .unknown
    guard capture!.kind != .xhtml || isMalformed || isInPage else { return false }
    if !isInPage, equal(name.local, "item") || equal(name.local, "entry") { return true }
    // The document begins again, or a feed that somebody has put into a web page.
    return attributes.count > 0 && equal(name.local, "rss")
      || name.uri != nil && (equal(name.local, "feed") || equal(name.local, "rdf"))
  }

  mutating func abandonCapture() {
    capture!.depth = 0
    close()
  }

  mutating func startCaptured(_ name: XMLName, _ attributes: XMLAttributes) {
    capture!.depth += 1
    let isDiv = equal(name.local, "div")
    if capture!.kind != .xhtml {
      // Markup that should have been escaped; TypePad's lone div means nothing.
      guard !isDiv else { return capture!.written.append(false) }
      if capture!.kind == .text { escapeWhatIsThere() }
      capture!.kind = .xhtml
    }
    capture!.written.append(true)
    buffer.append(UInt8(ascii: "<"))
    buffer.append(xml: name.local)
    for index in 0..<attributes.count {
      if let attribute = attributes[index] { write(attribute) }
    }
    buffer.append(UInt8(ascii: ">"))
  }

  private mutating func write(_ attribute: XMLAttributes.Attribute) {
    buffer.append(UInt8(ascii: " "))
    if let prefix = attribute.prefix {
      buffer.append(xml: prefix)
      buffer.append(UInt8(ascii: ":"))
    }
    buffer.append(xml: attribute.local)
    buffer.append("=\"")
    if attribute.bytes.has(UInt8(ascii: "&")) {
      var value = attribute.value
      value.withUTF8 { buffer.append(escaping: $0) }
    } else {
      buffer.append(escaping: attribute.bytes)
    }
    buffer.append("\"")
  }

  mutating func endCaptured(_ name: XMLName) {
    capture!.depth -= 1
    guard capture!.written.popLast() == true else { return }
    buffer.append("</")
    buffer.append(xml: name.local)
    buffer.append(UInt8(ascii: ">"))
  }

  mutating func captureText(_ bytes: UnsafePointer<UInt8>, _ count: Int) {
    buffer.append(escaping: UnsafeBufferPointer(start: bytes, count: count), quotes: false)
  }

  private mutating func escapeWhatIsThere() {
    let start = frames.last!.textStart
    let text = String(decoding: buffer.bytes(from: start), as: UTF8.self)
    buffer.truncate(to: start)
    buffer.append(HTMLText.escape(text))
  }
}
