/// Bytes → ``Feed``: RSS 0.9 to 2.0, RDF, Atom, CDF and JSON Feed, well-formed or not.
///
///     let feed = try FeedParser.parse(bytes, contentType: "text/xml; charset=gbk")
///     for item in feed.items { print(item.plainTitle ?? "–") }
package enum FeedParser {
  /// Reads a whole document.
  ///
  /// - Parameters:
  ///   - contentType: HTTP's `Content-Type`, nil when nobody said.
  ///   - baseURL: where the document was found; relative URLs resolve against it.
  /// - Throws: when no feed can be read from the bytes; whatever can be repaired is repaired and
  ///   reported in ``Feed/diagnostics``.
  package static func parse(
    _ bytes: [UInt8], contentType: String? = nil, baseURL: String? = nil,
    limits: FeedLimits = .standard
  ) throws(FeedError) -> Feed {
    try bytes.withUnsafeBufferPointer { buffer throws(FeedError) in
      try parse(buffer, contentType: contentType, baseURL: baseURL, limits: limits)
    }
  }

  /// The same for bytes somebody else owns, a mapped file for instance.
  package static func parse(
    _ bytes: UnsafeBufferPointer<UInt8>, contentType: String? = nil, baseURL: String? = nil,
    limits: FeedLimits = .standard
  ) throws(FeedError) -> Feed {
    try FeedDocument(bytes, contentType: contentType, baseURL: baseURL, limits: limits).read()
  }
}
