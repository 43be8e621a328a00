/// Reads a document that is too large to hold, chunk by chunk; items are handed over as they
/// close and nothing is kept.
///
///     let stream = FeedStream { item in … }
///     while let chunk = read() { try stream.push(chunk) }
///     let feed = try stream.finish()
///
/// The encoding is the one claimed: there is no going back to guess another.
package final class FeedStream {
  private let contentType: String?
  private let baseURL: String?
  private let limits: FeedLimits
  private let deliver: (Item) -> Void
  private var head: [UInt8] = []
  private var received = 0
  private var isFirst = true
  private var reading: XMLReading?
  private var transcoder: Transcoder?
  private var repair: ByteRepair
  private var repaired: [UInt8] = []

  /// Enough to see the declaration.
  private static let headBytes = 4096

  package init(
    contentType: String? = nil, baseURL: String? = nil, limits: FeedLimits = .standard,
    deliver: @escaping (Item) -> Void
  ) {
    self.contentType = contentType
    self.baseURL = baseURL
    self.limits = limits
    self.deliver = deliver
    repair = ByteRepair(keep: limits.diagnostics)
  }

  package func push(_ chunk: UnsafeBufferPointer<UInt8>) throws(FeedError) {
    received += chunk.count
    try limits.check(documentBytes: received)
    if reading != nil { return parse(chunk, last: false) }
    head.append(contentsOf: chunk)
    if head.count >= Self.headBytes { try begin() }
  }

  /// The feed without its items.
  package func finish() throws(FeedError) -> Feed {
    guard let reading else { return try readWhole() }
    parse(UnsafeBufferPointer(start: nil, count: 0), last: true)
    reading.parser.finish()
    return try reading.finish(repairs: repair.diagnostics)
  }

  /// A document that fits the head, or JSON, which has no stream.
  private func readWhole() throws(FeedError) -> Feed {
    var feed = try FeedParser.parse(
      head, contentType: contentType, baseURL: baseURL, limits: limits)
    feed.items.forEach(deliver)
    feed.items = []
    return feed
  }

  private func begin() throws(FeedError) {
    if JSONFeedReader.recognises(head) { return }
    let head = head
    self.head = []
    let decoding = head.withUnsafeBufferPointer { Decoding($0, contentType: contentType) }
    transcoder = Transcoder(decoding.used)
    reading = try XMLReading(
      decoding, recovering: true, baseURL: baseURL, limits: limits, deliver: deliver)
    head.withUnsafeBufferPointer {
      parse(UnsafeBufferPointer(rebasing: $0[decoding.claims.markLength...]), last: false)
    }
  }

  private func parse(_ chunk: UnsafeBufferPointer<UInt8>, last: Bool) {
    repaired.removeAll(keepingCapacity: true)
    transcoder!.withUTF8(chunk, last: last) { text in
      repair.repair(isFirst ? repair.beginning(of: text) : text, last: last, into: &repaired)
    }
    repaired.withUnsafeBufferPointer { text in
      let parser = reading!.parser
      parser.push(isFirst ? parser.pushProlog(text) : text)
    }
    if !repaired.isEmpty { isFirst = false }
  }
}
