/// What each end tag means: the text since the start tag is the element's value.
extension FeedBuilder {
  mutating func close() {
    guard let frame = frames.last else { return }
    let element = frame.element
    if capture != nil {
      closeConstruct(frame)
    } else if element != .unknown {
      close(element, frame)
    }
    if element != .unknown || !frame.isPlain { buffer.truncate(to: frame.textStart) }
    frames.removeLast()
  }

  private mutating func close(_ element: Element, _ frame: Frame) {
    switch element {
    case .item: closeItem()
    case .image: scopes.inImage = false
    case .textInput: scopes.inTextInput = false
    case .source: scopes.inSource = false
    case .author: closeAuthor(value(frame))
    case .contributor, .creatorOfPart: scopes.inContributor = false
    case .webMaster: if !scopes.inItem { webMaster = value(frame) ?? webMaster }
    case .owner, .publisher: scopes.inPublisher = false
    case .name: value(frame).map { name in amendAuthor { $0.name = name } }
    case .email: value(frame).map { email in amendAuthor { $0.email = email } }
    case .url: value(frame).map { url in closeURL(url) }
    default: if !scopes.isElsewhere { closeField(element, frame) }
    }
  }

  private mutating func closeField(_ element: Element, _ frame: Frame) {
    switch element {
    case .link:
      if linkIsAlternate {
        value(frame).map { text in setURL(link(URLReference.repairQuery(text))) }
      }
    case .id: value(frame).map { id in setID(id) }
    case .published, .updated, .created:
      value(frame).map { date in closeDate(element, date) }
    case .category, .mediaCategory, .itunesCategory: closeCategory(value(frame))
    case .keywords: addKeywords(value(frame), scheme: nil)
    case .itunesKeywords: addKeywords(value(frame), scheme: "http://www.itunes.com/")
    case .tags: addKeywords(value(frame), scheme: nil)
    case .language:
      value(frame).map { language in
        if scopes.inItem { item.language = language } else { feed.language = language }
      }
    case .generator: if !scopes.inItem { value(frame).map { text in feed.generator = text } }
    case .comments: if scopes.inItem { value(frame).map { url in item.commentsURL = link(url) } }
    case .skippedHour: if !scopes.inItem { value(frame).map { hour in closeSkippedHour(hour) } }
    case .timeToLive: if !scopes.inItem { feed.timeToLive = value(frame).flatMap { Int($0) } }
    default: break
    }
  }

  /// RSS 0.91 counts the hours from 1 to 24.
  private mutating func closeSkippedHour(_ text: String) {
    guard let hour = Int(text), 0...24 ~= hour else { return }
    feed.skippedHours.insert(hour % 24)
  }

  /// The element's text without white space around it; nil when nothing is left.
  func value(_ frame: Frame) -> String? {
    TextRepair.string(buffer.bytes(from: frame.textStart).trimmingSpace())
  }

  private mutating func closeDate(_ element: Element, _ claimed: String) {
    switch element {
    case .updated: setUpdated(claimed)
    case .published:
      guard isShallow(element) else { return }
      let published = date(claimed)
      if scopes.inItem { item.published = published } else { feed.published = published }
    case .created where scopes.inItem && item.published == nil:
      item.published = date(claimed)
      fieldDepths[Int(Element.published.rawValue)] = .max
    default: break
    }
  }

  private mutating func setID(_ claimed: String) {
    let page = guidIsLink ? permalink(claimed) : nil
    if scopes.inItem {
      if isShallow(.id) { item.id = page ?? claimed }
      if item.url == nil { item.url = page }
    } else {
      feed.id = claimed
      if feed.url == nil { feed.url = page }
    }
  }

  /// The page that an id names: an address, or the path of a guid. Anything else is opaque, whatever
  /// RSS says of guids without `isPermaLink`; the ids of Atom are never relative (RFC 4287 §4.2.6).
  private func permalink(_ id: String) -> String? {
    switch URLReference.scheme(id)?.lowercased() {
    case "http", "https": link(id)
    case nil where guidMayBeRelative && id.hasPrefix("/"): link(id)
    default: nil
    }
  }

  private mutating func closeURL(_ url: String) {
    if scopes.inAuthor {
      let resolved = link(url)
      amendAuthor { $0.url = resolved }
    } else if scopes.inImage, !scopes.inItem, feed.imageURL == nil {
      feed.imageURL = link(url)
    }
  }

  mutating func setUpdated(_ claimed: String) {
    if !scopes.inItem {
      feed.updated = date(claimed)
    } else if isShallow(.updated) {
      item.updated = date(claimed)
    }
  }

  mutating func setURL(_ url: String?) {
    guard let url, isShallow(.link) else { return }
    if scopes.inItem { item.url = url } else { feed.url = url }
  }

  mutating func setImage(_ url: String?) {
    guard let url, !scopes.inSource else { return }
    if scopes.inItem {
      if item.imageURL == nil { item.imageURL = link(url) }
    } else if feed.imageURL == nil {
      feed.imageURL = link(url)
    }
  }

  /// Whether a field of the item stands no deeper than the value it has; remembers the depth.
  mutating func isShallow(_ element: Element) -> Bool {
    guard scopes.inItem else { return true }
    let slot = Int(element.rawValue)
    guard fieldDepths[slot] == 0 || frames.count <= fieldDepths[slot] else { return false }
    fieldDepths[slot] = frames.count
    return true
  }

  /// An address that may be followed; nil for what is none.
  func link(_ url: String) -> String? {
    URLReference.link(url, against: context.base)
  }
}
