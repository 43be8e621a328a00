/// One document in memory on its way to becoming a feed.
struct FeedDocument {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let contentType: String?
  private let baseURL: String?
  private let limits: FeedLimits

  init(
    _ bytes: UnsafeBufferPointer<UInt8>, contentType: String?, baseURL: String?,
    limits: FeedLimits
  ) throws(FeedError) {
    try limits.check(documentBytes: bytes.count)
    guard bytes.contains(where: { !$0.isSpace }) else {
      throw FeedError(.empty, "the document is empty")
    }
    self.bytes = bytes
    self.contentType = contentType
    self.baseURL = baseURL
    self.limits = limits
  }

  func read() throws(FeedError) -> Feed {
    let decoding = Decoding(bytes, contentType: contentType)
    if let feed = try readJSON(decoding) { return feed }
    let strict = try decoding.withText(of: bytes) { text throws(FeedError) in
      try readStrictly(text, decoding)
    }
    if let strict { return strict }
    do { return try repair(decoding.reconsidered(bytes)) } catch {
      if let feed = readJSON(behindTextIn: decoding) { return feed }
      throw error
    }
  }

  /// The JSON feed that follows the warnings of a script, from a line on that opens an object.
  private func readJSON(behindTextIn decoding: Decoding) -> Feed? {
    decoding.withText(of: bytes) { text in
      var starts = JSONFeedReader.starts(behindTextIn: text).makeIterator()
      while let start = starts.next() {
        let rest = UnsafeBufferPointer(rebasing: text[start...])
        let reader = JSONFeedReader(decoding, baseURL: baseURL, limits: limits)
        guard var feed = try? reader.read(rest) else { continue }
        feed.isMalformed = true
        feed.diagnostics.append(
          Diagnostic(.warning, line: 0, "what stood before the feed was skipped"))
        return feed
      }
      return nil
    }
  }

  /// nil when it is no JSON. What is no UTF-8 is read as what it looks like.
  private func readJSON(_ decoding: Decoding) throws(FeedError) -> Feed? {
    func read(_ decoding: Decoding) throws(FeedError) -> Feed {
      try decoding.withText(of: bytes) { text throws(FeedError) in
        try JSONFeedReader(decoding, baseURL: baseURL, limits: limits).read(text)
      }
    }
    let (isJSON, isUTF8) = decoding.withText(of: bytes) { text in
      let isJSON = JSONFeedReader.recognises(text)
      return (isJSON, isJSON && UTF8Scan.sequences(inWellFormed: text) != nil)
    }
    guard isJSON else { return nil }
    return try read(isUTF8 ? decoding : decoding.reconsidered(bytes))
  }

  /// nil at the first fault: most documents have none, and need no inspection beforehand.
  private func readStrictly(_ text: UnsafeBufferPointer<UInt8>, _ decoding: Decoding)
    throws(FeedError) -> Feed?
  {
    let reading = try XMLReading(decoding, recovering: false, baseURL: baseURL, limits: limits)
    guard reading.parser.pushSound(reading.parser.pushProlog(text)) else { return nil }
    reading.parser.finish()
    if let fault = reading.parser.firstFault, !fault.isLimit { return nil }
    return try reading.finish()
  }

  private func repair(_ decoding: Decoding) throws(FeedError) -> Feed {
    let reading = try XMLReading(decoding, recovering: true, baseURL: baseURL, limits: limits)
    var repair = ByteRepair(keep: limits.diagnostics)
    decoding.withText(of: bytes) { text in
      repair.repair(text).withUnsafeBufferPointer {
        reading.parser.push(reading.parser.pushProlog($0))
      }
    }
    reading.parser.finish()
    return try reading.finish(repairs: repair.diagnostics)
  }
}

extension FeedLimits {
  func check(documentBytes count: Int) throws(FeedError) {
    guard count > documentBytes else { return }
    throw FeedError(.tooLarge, "the document is larger than the \(documentBytes) bytes allowed")
  }
}
