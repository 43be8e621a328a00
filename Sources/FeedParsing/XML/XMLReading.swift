/// A parser at work, and the feed that comes out of it.
struct XMLReading {
  let parser: XMLPushParser
  private let decoding: Decoding

  init(_ decoding: Decoding, recovering: Bool, baseURL: String?, limits: FeedLimits)
    throws(FeedError)
  {
    var feed = Feed(encoding: decoding.used.name)
    feed.claimedEncoding = decoding.claims.claimed.name
    feed.isMalformed = decoding.isContradicted
    feed.diagnostics = decoding.diagnostics
    let builder = FeedBuilder(feed, baseURL: baseURL, limits: limits)
    guard let parser = XMLPushParser(builder, recovering: recovering, limits: limits) else {
      throw FeedError(.unreadable, "there is no memory left for a parser")
    }
    self.parser = parser
    self.decoding = decoding
  }

  /// The feed, when the document was one.
  func finish(repairs: [Diagnostic] = []) throws(FeedError) -> Feed {
    let line = parser.line
    let (feed, sawHTML) = parser.withBuilder { builder in
      builder.finish()
      repairs.forEach { builder.report($0) }
      if parser.firstFault != nil || !repairs.isEmpty { builder.isMalformed = true }
      builder.feed.isMalformed = builder.feed.isMalformed || builder.isMalformed
      return (builder.feed, builder.sawHTML)
    }
    guard feed.format != .unknown || !feed.items.isEmpty else {
      if sawHTML { throw FeedError(.webPage, line: 1, "this is a web page, not a feed") }
      let reason = parser.firstFault.map { ": \($0.message)" } ?? ""
      throw FeedError(.notAFeed, line: line, "no feed element was found\(reason)")
    }
    return feed
  }
}
