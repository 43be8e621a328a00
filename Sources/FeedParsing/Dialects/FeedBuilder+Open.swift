/// What each start tag means.
extension FeedBuilder {
  mutating func open(_ element: Element, _ name: XMLName, _ attributes: XMLAttributes) {
    switch element {
    case .unknown: if frames.count == 1, equal(name.local, "html") { sawHTML = true }
    case .rss, .rdf, .feed, .channel: openDocument(element, name, attributes)
    case .item: openItem(name, attributes)
    case .image: (scopes.inImage, titleDepth) = (true, -1)
    case .textInput: (scopes.inTextInput, titleDepth) = (true, -1)
    case .source: (scopes.inSource, titleDepth) = (true, -1)
    case .author: openAuthor()
    case .contributor, .creatorOfPart: scopes.inContributor = true
    case .owner, .publisher: scopes.inPublisher = true
    case .title, .mediaTitle, .subtitle, .rights, .summary, .abstract, .info, .content:
      openConstruct(attributes, else: .text)
      if element == .content { hasContent = true }
    case .description: openConstruct(attributes, else: .html)
    case .encoded:
      openConstruct(attributes, else: .html)
      hasContent = true
    case .body: openConstruct(attributes, else: .xhtml)
    case .link: openLink(attributes)
    case .id:
      let permalink = attributes.value("ispermalink")
      guidIsLink = permalink == nil || permalink?.lowercased() == "true"
      guidMayBeRelative = equal(name.local, "guid")
    case .category: openCategory(attributes, scheme: nil)
    case .mediaCategory:
      openCategory(attributes, scheme: "http://search.yahoo.com/mrss/category_schema")
    case .itunesCategory: openITunesCategory(attributes)
    case .enclosure: addEnclosure(attributes)
    case .itunesImage: setImage(attributes.value("href") ?? attributes.value("url"))
    case .thumbnail: setImage(attributes.value("url"))
    default: break
    }
  }

  private mutating func openDocument(
    _ element: Element, _ name: XMLName, _ attributes: XMLAttributes
  ) {
    if !feed.items.isEmpty || scopes.inItem { repeatDocument() }
    if sawHTML, feed.format == .unknown, element != .channel { leavePage() }
    recognise(element, name, attributes)
    if element != .channel, let language = context.language { feed.language = language }
    if element == .channel { readCDF(attributes) }
  }

  /// Forgets what the web page around a feed says of itself.
  private mutating func leavePage() {
    var plain = Feed(encoding: feed.encoding)
    (plain.claimedEncoding, plain.diagnostics) = (feed.claimedEncoding, feed.diagnostics)
    feed = plain
    titleDepth = -1
    report(Diagnostic(.warning, line: 0, "the web page around the feed was skipped"))
    isMalformed = true
  }

  private mutating func openItem(_ name: XMLName, _ attributes: XMLAttributes) {
    closeItem()
    recognise(.item, name, attributes)
    scopes = Scopes()
    scopes.inItem = true
    scopes.itemDepth = frames.count - 1
    if dates == nil { dates = DateContext(of: feed) }
    item = Item()
    item.id = attributes.value(prefix: "rdf", "about")
    titleDepth = -1
    hasContent = false
    guidIsLink = false
    for index in fieldDepths.indices { fieldDepths[index] = 0 }
    if attributes.count > 0 { readCDF(attributes) }
  }

  /// CDF puts the link and the date of a channel or item into attributes.
  private mutating func readCDF(_ attributes: XMLAttributes) {
    if let date = attributes.value("lastmod") { setUpdated(date) }
    if let href = attributes.value("href") { setURL(link(href)) }
  }

  private mutating func openConstruct(
    _ attributes: XMLAttributes, else kind: TextConstruct.Kind
  ) {
    capture = Capture(kind: kind, isBase64: false)
    guard attributes.count > 0 else { return }
    let type = attributes.value("type")?.lowercased()
    let mode = attributes.value("mode")
    let isBase64 = mode == "base64" || (mode == nil && type.map(Self.impliesBase64) == true)
    capture = Capture(kind: type.map(Self.kind) ?? kind, isBase64: isBase64)
  }

  static func kind(_ type: String) -> TextConstruct.Kind {
    switch type {
    case "html", "text/html": .html
    case "xhtml", "application/xhtml+xml": .xhtml
    case _ where type.hasSuffix("/xml") || type.hasSuffix("+xml"): .xhtml
    default: .text
    }
  }

  /// RFC 4287 §4.1.3.3: what is neither text nor XML is Base64.
  private static func impliesBase64(_ type: String) -> Bool {
    type.contains("/") && !type.hasPrefix("text/") && !type.hasSuffix("/xml")
      && !type.hasSuffix("+xml")
  }

  private mutating func openLink(_ attributes: XMLAttributes) {
    linkIsAlternate = true
    guard attributes.count > 0, !scopes.isElsewhere else { return }
    let relation = attributes.value("rel")?.lowercased() ?? "alternate"
    linkIsAlternate = relation == "alternate"
    guard
      let href = attributes.value("href") ?? attributes.value("url") ?? attributes.value("uri")
    else { return }
    guard let target = link(href) else { return }
    let type = attributes.value("type")?.lowercased()
    switch relation {
    case "alternate":
      if type.map(Self.isPage) ?? true {
        setURL(target)
      }
    case "enclosure":
      if scopes.inItem {
        item.enclosures.append(
          Enclosure(url: target, type: type, length: attributes.value("length")))
      }
    case "self": if !scopes.inItem { feed.feedURL = target }
    case "related": if scopes.inItem { item.externalURL = target }
    default: break
    }
  }

  private static func isPage(_ type: String) -> Bool {
    switch type {
    case "html", "text/html", "xhtml", "application/xhtml+xml": true
    default: false
    }
  }

  private mutating func addEnclosure(_ attributes: XMLAttributes) {
    guard scopes.inItem, let address = attributes.value("url") ?? attributes.value("href"),
      let url = link(address)
    else { return }
    item.enclosures.append(
      Enclosure(
        url: url, type: attributes.value("type"), length: attributes.value("length")))
  }
}
