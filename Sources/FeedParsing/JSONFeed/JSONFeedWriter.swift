package import JSONText

/// Any feed → JSON Feed 1.1, with what that format lacks in `_annals` objects.
///
/// Titles and summaries are plain text, as the format has them; as markup they stand in `_annals`
/// where there is any. Markup leaves sanitised; relative links are resolved where a base is known.
package enum JSONFeedWriter {
  package static func document(_ feed: Feed) -> JSON {
    .object([
      "version": "https://jsonfeed.org/version/1.1",
      "title": feed.title.flatMap(plain),
      "home_page_url": feed.url.map(JSON.string),
      "feed_url": feed.feedURL.map(JSON.string),
      "description": feed.subtitle.flatMap(plain),
      "icon": feed.imageURL.map(JSON.string),
      "language": feed.language.map(JSON.string),
      "authors": authors(feed.authors),
      "items": .array(feed.items.map(item)),
      "_annals": extras(feed),
    ])
  }

  /// The bytes of ``document(_:)``, some items at a time.
  static func write(_ feed: Feed, to output: ([UInt8]) throws -> Void) rethrows {
    var frame = feed
    frame.items = []
    let items = JSON.Member("items", .array([]))
    var bytes: [UInt8] = []
    for (place, member) in (document(frame).members ?? []).enumerated() {
      bytes.append(UInt8(ascii: place == 0 ? "{" : ","))
      JSON.string(member.key).write(to: &bytes)
      bytes.append(UInt8(ascii: ":"))
      guard member == items else {
        member.value.write(to: &bytes)
        continue
      }
      bytes.append(UInt8(ascii: "["))
      for (number, item) in feed.items.enumerated() {
        if number > 0 { bytes.append(UInt8(ascii: ",")) }
        self.item(item).write(to: &bytes)
        guard bytes.count >= 1 << 16 else { continue }
        try output(bytes)
        bytes.removeAll(keepingCapacity: true)
      }
      bytes.append(UInt8(ascii: "]"))
    }
    bytes.append(UInt8(ascii: "}"))
    try output(bytes)
  }

  /// What bytes that are no feed are told as: no items, and the reason among the diagnostics.
  static func refusal(_ error: FeedError) -> Feed {
    var feed = Feed()
    feed.isMalformed = true
    feed.diagnostics = [Diagnostic(.error, line: error.line, error.reason)]
    return feed
  }

  package static func item(_ item: Item) -> JSON {
    let summary = item.summary ?? item.content
    return .object([
      "id": .string(item.id ?? item.url ?? ""),
      "url": item.url.map(JSON.string),
      "external_url": item.externalURL.map(JSON.string),
      "title": item.title.flatMap(plain),
      "summary": summary.flatMap(plain),
      "content_html": item.content.flatMap { $0.kind == .text ? nil : .string($0.sanitizedHTML) },
      "content_text": item.content.flatMap { $0.kind == .text ? .string($0.value) : nil },
      "image": item.imageURL.map(JSON.string),
      "date_published": date(item.published),
      "date_modified": date(item.updated),
      "authors": authors(item.authors),
      "tags": item.categories.isEmpty
        ? nil : .strings(item.categories.compactMap { $0.term ?? $0.label }),
      "language": item.language.map(JSON.string),
      "attachments": item.enclosures.isEmpty ? nil : .array(item.enclosures.map(attachment)),
      "_annals": extras(item),
    ])
  }

  private static func extras(_ feed: Feed) -> JSON {
    .object([
      "format": .string(feed.format.rawValue),
      "encoding": .string(feed.encoding),
      "encoding_claimed": feed.claimedEncoding.map(JSON.string),
      "malformed": .bool(feed.isMalformed),
      "id": feed.id.map(JSON.string),
      "title_html": markup(feed.title),
      "description_html": markup(feed.subtitle),
      "rights": feed.rights.map { .string(shown($0)) },
      "generator": feed.generator.map(JSON.string),
      "date_published": date(feed.published),
      "date_modified": date(feed.updated),
      "categories": categories(feed.categories),
      "diagnostics": .array(feed.diagnostics.map(diagnostic)),
    ])
  }

  private static func extras(_ item: Item) -> JSON? {
    let extras = JSON.object([
      "title_html": markup(item.title),
      "summary_html": markup(item.summary),
      "categories": categories(item.categories),
      "date_published_raw": item.published.map { .string($0.claimed) },
      "date_modified_raw": item.updated.map { .string($0.claimed) },
    ])
    return extras.members?.isEmpty == true ? nil : extras
  }

  private static func authors(_ authors: [Author]) -> JSON? {
    guard !authors.isEmpty else { return nil }
    return .array(
      authors.map { author in
        .object([
          "name": author.name.map(JSON.string),
          "url": author.url.map(JSON.string),
          "_annals": author.email.map { .object(["email": .string($0)]) },
        ])
      })
  }

  private static func categories(_ categories: [Category]) -> JSON? {
    guard !categories.isEmpty else { return nil }
    return .array(
      categories.map { category in
        .object([
          "term": category.term.map(JSON.string),
          "scheme": category.scheme.map(JSON.string),
          "label": category.label.map(JSON.string),
        ])
      })
  }

  private static func attachment(_ enclosure: Enclosure) -> JSON {
    .object([
      "url": .string(enclosure.url),
      "mime_type": enclosure.type.map(JSON.string),
      "size_in_bytes": enclosure.length.map { Int64($0).map(JSON.number) ?? .string($0) },
    ])
  }

  private static func diagnostic(_ diagnostic: Diagnostic) -> JSON {
    .object([
      "severity": .string(diagnostic.severity.rawValue),
      "line": .number(Int64(diagnostic.line)),
      "message": .string(PlainText.from(text: diagnostic.message)),
    ])
  }

  private static func date(_ date: FeedDate?) -> JSON? {
    date?.instant.map { .string(DateParser.rfc3339($0)) }
  }

  /// nil when nothing is left to read.
  private static func plain(_ text: TextConstruct) -> JSON? {
    let plain = text.kind == .text ? text.value : text.plainText
    return plain.isEmpty ? nil : .string(plain)
  }

  /// nil for plain text and for markup that says no more.
  private static func markup(_ text: TextConstruct?) -> JSON? {
    guard let text, text.kind != .text else { return nil }
    var html = text.sanitizedHTML
    let hasTags = html.withUTF8 { $0.has(UInt8(ascii: "<")) }
    let saysNoMore = !hasTags && html == HTMLText.escape(text.plainText)
    return saysNoMore ? nil : .string(html)
  }

  /// A text as served when it is plain, sanitised when it is markup.
  private static func shown(_ text: TextConstruct) -> String {
    text.kind == .text ? text.value : text.sanitizedHTML
  }
}
