/// Start tags, text and end tags of any XML dialect → a ``Feed``.
///
/// The precedence rules are those feedparser settled: the first title of a level wins, for
/// everything else the last, unless it stands deeper; a permalink guid is the link when there is
/// no other; `content` stands in for a missing summary.
struct FeedBuilder: ~Copyable {
  var feed: Feed
  var isMalformed = false

  var item = Item()
  var frames: [Frame] = []
  var buffer = TextBuffer()
  var capture: Capture?
  var scopes = Scopes()
  /// Depth of the current title, -1 for none.
  var titleDepth = -1
  /// Depth at which each field of the item was set, by ``Element/rawValue``; 0 = not yet.
  var fieldDepths = [Int](repeating: 0, count: Int(Element.unknown.rawValue) + 1)
  var hasContent = false
  var guidIsLink = true
  var guidMayBeRelative = false
  var categoryIsOpen = false
  /// Whether the text of the open link is the page, not a file or the feed itself.
  var linkIsAlternate = true
  var sawHTML = false
  /// Who stands in where no author is named.
  var webMaster: String?
  /// The items so far, once the document has begun again: those that come again are left out.
  private var known: Set<UInt64>?
  /// The item that was open when the document began again, and the ids since.
  private var interrupted: Item?
  private var laterIDs: Set<String> = []
  var isRDF = false
  /// How dates are read, from the first item on.
  var dates: DateContext?

  private let cache = ElementCache()
  private var contexts: [ReadingContext]
  private let limits: FeedLimits

  init(_ feed: Feed, baseURL: String?, limits: FeedLimits) {
    self.feed = feed
    contexts = [ReadingContext(base: baseURL.flatMap(URLReference.safeAbsolute) ?? "")]
    self.limits = limits
    frames.reserveCapacity(32)
  }

  /// Depth since the innermost item began: items that forget to end do not nest.
  var depth: Int { frames.count - scopes.itemDepth + (capture?.depth ?? 0) }

  mutating func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if capture != nil {
      if !endsCapture(name, attributes) { return startCaptured(name, attributes) }
      abandonCapture()
    }
    let element = cache.element(name)
    var context = frames.last?.context ?? 0
    if attributes.count > 0 { context = readContext(attributes, in: context) }
    let isPlain = element.isPlainValue || element == .unknown && frames.last?.isPlain == true
    frames.append(
      Frame(textStart: buffer.count, context: context, element: element, isPlain: isPlain))
    open(element, name, attributes)
  }

  mutating func end(_ name: XMLName) {
    if capture != nil, capture!.depth > 0 { return endCaptured(name) }
    close()
  }

  @inline(__always)
  mutating func text(_ bytes: UnsafePointer<UInt8>, count: Int) {
    if capture?.kind == .xhtml { return captureText(bytes, count) }
    buffer.append(bytes, count: count)
  }

  mutating func report(_ diagnostic: Diagnostic) {
    if diagnostic.severity == .error { isMalformed = true }
    if feed.diagnostics.count < limits.diagnostics { feed.diagnostics.append(diagnostic) }
  }

  /// Closes whatever the document left open.
  mutating func finish() {
    if capture != nil { capture!.depth = 0 }
    while !frames.isEmpty { close() }
    closeItem()
    if let interrupted, let id = interrupted.id ?? interrupted.url, !laterIDs.contains(id) {
      feed.items.append(interrupted)
    }
    if feed.format == .unknown, isRDF { feed.format = .rss10 }
    if feed.authors.isEmpty, let webMaster { feed.authors = [AuthorText.parse(webMaster)] }
  }

  /// A date as the feed means it; reports one that cannot be right.
  mutating func date(_ claimed: String) -> FeedDate {
    let date = FeedDate(claimed, in: dates ?? DateContext(of: feed))
    if date.isImpossible {
      report(.impossibleDate(claimed, ofItem: scopes.inItem ? feed.items.count : nil))
    }
    return date
  }

  mutating func closeItem() {
    guard scopes.inItem else { return }
    scopes.inItem = false
    // Contexts that only this item's elements used are done with.
    let used = (frames.last?.context ?? 0) + 1
    if used < contexts.count { contexts.removeSubrange(used...) }
    var done = Item()
    swap(&done, &item)
    if known == nil || isNew(done) { feed.items.append(done) }
  }

  /// Whether an item was not there before the document began again.
  private mutating func isNew(_ item: Item) -> Bool {
    if let id = item.id ?? item.url { laterIDs.insert(id) }
    return known!.insert(item.hash).inserted
  }

  /// A second root or channel: the document, or a cut off beginning of it, stands here twice.
  mutating func repeatDocument() {
    if known == nil { known = Set(feed.items.map(\.hash)) }
    guard scopes.inItem else { return }
    scopes = Scopes()
    interrupted = item
    item = Item()
  }

  /// xml:base, xml:lang and the same without prefix, which feeds use too.
  private mutating func readContext(_ attributes: XMLAttributes, in outer: Int) -> Int {
    var result = outer
    for index in 0..<attributes.count {
      guard let attribute = attributes[index] else { continue }
      let isBase = attribute.hasLocalName("base")
      guard isBase || attribute.hasLocalName("lang") else { continue }
      let context = contexts[result]
      let value = attribute.value
      var (base, language) = (context.base, context.language)
      if isBase {
        if value != base { base = URLReference.safeAbsolute(value, against: base) ?? base }
      } else {
        let hasUnderscore = value.utf8.contains(UInt8(ascii: "_"))
        language = hasUnderscore ? value.replacing("_", with: "-") : value
        if value.isEmpty { language = nil }
      }
      if base == context.base, language == context.language { continue }
      result = contexts.count
      contexts.append(ReadingContext(base: base, language: language))
    }
    return result
  }

  /// The context of the innermost element.
  var context: ReadingContext { contexts[frames.last?.context ?? 0] }
}
