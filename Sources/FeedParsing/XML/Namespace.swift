/// The vocabularies that mean something to a feed reader.
enum Namespace: Sendable {
  /// RSS, Atom, CDF, and any vocabulary without prefix.
  case core
  case content, dc, dcterms, itunes, media, rdf, xhtml
  case other

  /// By the URI, else by the customary prefix, since feeds forget to declare prefixes.
  init(uri: UnsafePointer<UInt8>?, prefix: UnsafePointer<UInt8>?) {
    if let uri, let known = Self.byURI(String(xml: uri).lowercased()) {
      self = known
    } else if let prefix {
      self = Self.byPrefix[String(xml: prefix).lowercased()] ?? .other
    } else {
      self = .core
    }
  }

  private static func byURI(_ uri: String) -> Namespace? {
    if let known = uris[uri] { return known }
    return uri.hasPrefix("http://backend.userland.com/rss") ? .core : nil
  }

  private static let byPrefix: [String: Namespace] = [
    "atom": .core, "a10": .core, "content": .content, "dc": .dc, "dcterms": .dcterms,
    "itunes": .itunes, "media": .media,
    "rdf": .rdf, "xhtml": .xhtml,
  ]

  private static let uris: [String: Namespace] = [
    "http://blogs.law.harvard.edu/tech/rss": .core,
    "http://purl.org/rss/1.0/": .core,
    "http://my.netscape.com/rdf/simple/0.9/": .core,
    "http://purl.org/rss/1.0/modules/rss091#": .core,
    "http://example.com/newformat#": .core,
    "http://example.com/necho": .core,
    "http://purl.org/echo/": .core,
    "uri/of/echo/namespace#": .core,
    "http://purl.org/pie/": .core,
    "http://purl.org/atom/ns#": .core,
    "http://www.w3.org/2005/atom": .core,
    "http://purl.org/rss/1.0/modules/content/": .content,
    "http://purl.org/dc/elements/1.1/": .dc,
    "http://purl.org/dc/terms/": .dcterms,
    "http://www.itunes.com/dtds/podcast-1.0.dtd": .itunes,
    "http://example.com/dtds/podcast-1.0.dtd": .itunes,
    "http://search.yahoo.com/mrss": .media,
    "http://search.yahoo.com/mrss/": .media,
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": .rdf,
    "http://www.w3.org/1999/xhtml": .xhtml,
  ]
}
