public import JSONText

/// What `annals parse` says about one document.
public struct FeedReport: Sendable {
  /// One JSON Feed 1.1 document; for what is no feed, one without items that says why.
  public let document: JSON
  /// Why no feed could be read, nil when one was.
  public let error: FeedError?

  public init(
    of bytes: [UInt8], contentType: String? = nil, baseURL: String? = nil,
    limits: FeedLimits = .standard
  ) {
    do {
      let feed = try FeedParser.parse(
        bytes, contentType: contentType, baseURL: baseURL, limits: limits)
      (document, error) = (JSONFeedWriter.document(feed), nil)
    } catch {
      (document, self.error) = (JSONFeedWriter.refusal(error), error)
    }
  }
}
