/// Telling the dialects apart.
extension FeedBuilder {
  /// Reads the format off a document's outer elements.
  mutating func recognise(_ element: Element, _ name: XMLName, _ attributes: XMLAttributes) {
    let uri = name.uri.map { String(xml: $0).lowercased() } ?? ""
    switch element {
    case .rss:
      if !feed.format.isRSS { feed.format = Self.rss(attributes.value("version") ?? "") }
    case .feed:
      if uri == "http://www.w3.org/2005/atom" {
        feed.format = .atom10
      } else if feed.format == .unknown {
        feed.format = Self.atom(attributes.value("version") ?? "")
      }
    // An empty RDF document names its vocabulary in a declaration only.
    case .rdf: isRDF = true
    case .channel where feed.format == .unknown && frames.count == 1 && uri.isEmpty:
      feed.format = .cdf
    default:
      guard feed.format == .unknown else { return }
      if uri == "http://purl.org/rss/1.0/" { feed.format = .rss10 }
      if uri == "http://my.netscape.com/rdf/simple/0.9/" { feed.format = .rss090 }
      if element == .item, feed.format == .unknown { feed.format = .rss }
    }
  }

  private static func rss(_ version: String) -> FeedFormat {
    switch version {
    case "0.90": .rss090
    case "0.91": .rss091
    case "0.92": .rss092
    case "0.93": .rss093
    case "0.94": .rss094
    case _ where version.hasPrefix("2"): .rss20
    default: .rss
    }
  }

  private static func atom(_ version: String) -> FeedFormat {
    switch version {
    case "0.1": .atom01
    case "0.2": .atom02
    case "0.3": .atom03
    default: .atom
    }
  }
}
