internal import JSONText

/// JSON Feed 1.0 and 1.1 (jsonfeed.org), with members of the wrong type forgiven.
struct JSONFeedReader {
  private let decoding: Decoding
  private let baseURL: String
  private let limits: FeedLimits

  init(_ decoding: Decoding, baseURL: String?, limits: FeedLimits) {
    self.decoding = decoding
    self.baseURL = baseURL.flatMap(URLReference.safeAbsolute) ?? ""
    self.limits = limits
  }

  /// Whether the first character that is not white space opens an object.
  static func recognises(_ text: some Collection<UInt8>) -> Bool {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let body = text.starts(with: mark) ? text.dropFirst(3) : text[...]
    return body.first { !$0.isSpace } == UInt8(ascii: "{")
  }

  /// Where a line opens an object, of the first few lines that do.
  static func starts(behindTextIn text: UnsafeBufferPointer<UInt8>) -> [Int] {
    var starts: [Int] = []
    var index = 0
    while starts.count < 4, index < min(text.count, 1 << 16) {
      while index < text.count, text[index].isSpace { index += 1 }
      if index < text.count, text[index] == UInt8(ascii: "{") { starts.append(index) }
      index = text.find(UInt8(ascii: "\n"), from: index)
    }
    return starts
  }

  func read(_ text: UnsafeBufferPointer<UInt8>) throws(FeedError) -> Feed {
    let document: JSON
    do {
      document = try JSON.parse(Array(text), depth: min(limits.depth, 128))
    } catch {
      throw FeedError(.unreadable, line: error.line, "this JSON cannot be read: \(error.reason)")
    }
    let version = document["version"]?.string ?? ""
    guard let items = document["items"]?.elements,
      version.contains("jsonfeed.org") || hasShape(document)
    else {
      throw FeedError(.notAFeed, line: 1, "this JSON is no JSON Feed: version or items is missing")
    }
    guard items.count <= limits.items else {
      throw FeedError(.tooLarge, line: 1, "there are more than \(limits.items) items")
    }
    var feed = Feed(
      format: version.hasSuffix("/1") ? .jsonFeed10 : .jsonFeed11, encoding: decoding.used.name)
    feed.claimedEncoding = decoding.claims.claimed.name
    feed.title = document["title"]?.text.map(Self.plain)
    feed.subtitle = document["description"]?.text.map(Self.plain)
    feed.url = url(document["home_page_url"])
    feed.feedURL = url(document["feed_url"])
    feed.id = document["_annals"]?["id"]?.text
    feed.imageURL = url(document["icon"])
    feed.language = document["language"]?.text
    feed.authors = authors(document)
    let dates = DateContext(of: feed)
    for (number, json) in items.enumerated() where json.members != nil {
      let item = item(json, dates)
      for date in [item.published, item.updated].compactMap(\.self)
      where date.isImpossible && feed.diagnostics.count < limits.diagnostics {
        feed.diagnostics.append(.impossibleDate(date.claimed, ofItem: number))
      }
      feed.items.append(item)
    }
    if feed.items.count < items.count {
      feed.isMalformed = true
      feed.diagnostics.append(
        Diagnostic(.warning, line: 0, "an item that is no object was skipped"))
    }
    return feed
  }

  private func hasShape(_ document: JSON) -> Bool {
    document["home_page_url"] != nil || document["feed_url"] != nil || document["title"] != nil
  }

  private func item(_ json: JSON, _ dates: DateContext) -> Item {
    var item = Item()
    item.id = json["id"]?.text
    item.url = url(json["url"]) ?? item.id.flatMap { $0.hasPrefix("http") ? link($0) : nil }
    item.externalURL = url(json["external_url"])
    item.title = json["title"]?.text.map(Self.plain)
    item.summary = json["summary"]?.text.map(Self.plain)
    let base = item.url ?? (baseURL.isEmpty ? nil : baseURL)
    if let html = json["content_html"]?.text {
      item.content = TextConstruct(html, kind: .html, baseURL: base)
    } else {
      item.content = json["content_text"]?.text.map { TextConstruct($0) }
    }
    item.published = date("date_published", of: json, dates)
    item.updated = date("date_modified", of: json, dates)
    item.authors = authors(json)
    item.categories = (json["tags"]?.elements ?? []).compactMap(\.text).map { Category(term: $0) }
    item.language = json["language"]?.text
    item.imageURL = url(json["image"]) ?? url(json["banner_image"])
    item.enclosures = (json["attachments"]?.elements ?? []).compactMap(enclosure)
    return item
  }

  /// A date, in the words in which the feed claimed it from which the JSON was made.
  private func date(_ key: String, of json: JSON, _ dates: DateContext) -> FeedDate? {
    let raw = json["_annals"]?["\(key)_raw"]?.text
    var date = (json[key]?.text ?? raw).map { FeedDate($0, in: dates) }
    if let raw { date?.claimed = raw }
    return date
  }

  private func enclosure(_ json: JSON) -> Enclosure? {
    url(json["url"]).map {
      Enclosure(url: $0, type: json["mime_type"]?.text, length: json["size_in_bytes"]?.text)
    }
  }

  /// 1.1 has `authors`, 1.0 had one `author`.
  private func authors(_ json: JSON) -> [Author] {
    let all = json["authors"]?.elements ?? json["author"].map { [$0] } ?? []
    return all.map { person in
      if let name = person.string { return Author(name: name) }
      return Author(
        name: person["name"]?.text, email: person["_annals"]?["email"]?.text,
        url: url(person["url"]))
    }.filter { !$0.isEmpty }
  }

  private func url(_ json: JSON?) -> String? {
    json?.text.flatMap(link)
  }

  private func link(_ address: String) -> String? { URLReference.link(address, against: baseURL) }

  /// Titles and summaries should be plain text, and as in RSS often are not.
  private static func plain(_ text: String) -> TextConstruct {
    let bytes = Array(text.utf8)
    let kind: TextConstruct.Kind = HTMLGuess.looksLikeHTML(bytes) ? .html : .text
    return TextConstruct(utf8: bytes, kind: kind, context: nil)
  }
}

extension JSON {
  /// A string that is not empty, or a number as spelled.
  fileprivate var text: String? {
    switch self {
    case .string(let text):
      let trimmed = text.trimmed
      return trimmed.isEmpty ? nil : trimmed
    case .number(let digits): return digits
    default: return nil
    }
  }
}
