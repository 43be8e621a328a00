package import JSONText

/// What `annals parse` says about one document.
package struct FeedReport: Sendable {
  private let feed: Feed
  /// Why no feed could be read, nil when one was.
  package let error: FeedError?

  package init(
    of bytes: [UInt8], contentType: String? = nil, baseURL: String? = nil,
    limits: FeedLimits = .standard
  ) {
    do {
      feed = try FeedParser.parse(
        bytes, contentType: contentType, baseURL: baseURL, limits: limits)
      error = nil
    } catch {
      feed = JSONFeedWriter.refusal(error)
      self.error = error
    }
  }

  /// One JSON Feed 1.1 document; for what is no feed, one without items that says why.
  package var document: JSON { JSONFeedWriter.document(feed) }

  /// The bytes of ``document``, some items at a time, so that a large feed is never held as text.
  package func write(to output: ([UInt8]) throws -> Void) rethrows {
    try JSONFeedWriter.write(feed, to: output)
  }
}
