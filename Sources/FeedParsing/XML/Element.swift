/// What an element of any dialect means.
///
/// Several names share a meaning: `pubDate`, `issued` and `dcterms:issued` are all `published`.
enum Element: UInt8, Sendable {
  case rss, rdf, channel, feed, item
  case image, textInput, source
  case title, mediaTitle, subtitle, rights, summary, description, abstract, content, body, encoded
  case link, id, author, contributor, creatorOfPart, owner, publisher, webMaster
  case name, email, url
  case category, mediaCategory, itunesCategory, keywords, itunesKeywords, tags
  case published, updated, created
  case language, generator, enclosure, comments, timeToLive, skippedHour
  case itunesImage, thumbnail, mediaContent, info
  case unknown

  init(_ name: String, _ namespace: Namespace) {
    self = Self.table(namespace)[name] ?? .unknown
  }

  /// Whether its value is its text, whatever markup stands in it.
  var isPlainValue: Bool {
    switch self {
    case .link, .id, .author, .webMaster, .name, .email, .url, .category, .mediaCategory, .keywords,
      .itunesKeywords, .tags, .published, .updated, .created, .language, .generator, .comments,
      .timeToLive, .skippedHour:
      true
    default: false
    }
  }

  private static func table(_ namespace: Namespace) -> [String: Element] {
    switch namespace {
    case .core: core
    case .content: contentModule
    case .dc: dublinCore
    case .dcterms: dublinTerms
    case .itunes: itunes
    case .media: media
    case .rdf: rdfSyntax
    case .xhtml: xhtmlModule
    case .other: other
    }
  }

  private static let core: [String: Element] = [
    "rss": .rss, "rdf": .rdf, "channel": .channel, "feed": .feed, "item": .item, "entry": .item,
    "image": .image, "textinput": .textInput, "source": .source, "title": .title,
    "subtitle": .subtitle, "tagline": .subtitle, "rights": .rights, "copyright": .rights,
    "summary": .summary, "description": .description, "abstract": .abstract,
    "content": .content, "body": .body, "fullitem": .encoded, "link": .link, "guid": .id,
    "id": .id, "author": .author, "managingeditor": .author, "contributor": .contributor,
    "webmaster": .webMaster, "name": .name, "email": .email, "url": .url, "uri": .url,
    "homepage": .url, "category": .category, "keywords": .category, "tags": .tags,
    "published": .published, "issued": .published, "pubdate": .published, "updated": .updated,
    "modified": .updated, "lastbuilddate": .updated, "created": .created, "language": .language,
    "generator": .generator, "enclosure": .enclosure, "comments": .comments,
    "ttl": .timeToLive, "hour": .skippedHour, "info": .info,
  ]
  private static let dublinCore: [String: Element] = [
    "author": .author, "creator": .author, "contributor": .creatorOfPart, "date": .updated,
    "description": .description, "language": .language, "publisher": .publisher,
    "rights": .rights, "subject": .category, "title": .title,
  ]
  private static let dublinTerms: [String: Element] = [
    "created": .created, "issued": .published, "modified": .updated,
  ]
  private static let contentModule: [String: Element] = ["encoded": .encoded]
  private static let rdfSyntax: [String: Element] = ["rdf": .rdf]
  private static let xhtmlModule: [String: Element] = ["body": .body]
  private static let itunes: [String: Element] = [
    "author": .author, "name": .name, "email": .email, "subtitle": .subtitle,
    "summary": .summary, "owner": .owner, "keywords": .itunesKeywords,
    "category": .itunesCategory, "image": .itunesImage, "link": .itunesImage,
  ]
  private static let media: [String: Element] = [
    "title": .mediaTitle, "description": .description, "category": .mediaCategory,
    "keywords": .keywords, "thumbnail": .thumbnail, "content": .mediaContent,
  ]
  private static let other: [String: Element] = ["browserfriendly": .info]
}
