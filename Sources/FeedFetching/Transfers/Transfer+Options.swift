import CCurl

extension Transfer {
  /// Sets libcurl's options for the next hop.
  func prepare() {
    let limits = options.limits
    set(CURLOPT_URL, url.text)
    set(CURLOPT_PROTOCOLS_STR, "http,https")
    set(CURLOPT_FOLLOWLOCATION, 0)
    set(CURLOPT_USERAGENT, options.userAgent)
    set(CURLOPT_ACCEPT_ENCODING, "")
    set(CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_2TLS)
    set(CURLOPT_NOSIGNAL, 1)
    set(CURLOPT_QUICK_EXIT, 1)
    set(CURLOPT_CONNECTTIMEOUT_MS, Int(limits.connectSeconds * 1000))
    set(CURLOPT_TIMEOUT_MS, Int(secondsLeft * 1000))
    set(CURLOPT_LOW_SPEED_LIMIT, 1)
    set(CURLOPT_LOW_SPEED_TIME, limits.stallSeconds)
    // An empty proxy keeps libcurl from reading the environment itself.
    set(CURLOPT_PROXY, proxy ?? "")
    set(CURLOPT_NOPROXY, "")
    annals_curl_set_error_buffer(easy, errorText)
    if let posted = request.posted {
      set(CURLOPT_POST, 1)
      set(CURLOPT_POSTFIELDSIZE, posted.utf8.count)
      set(CURLOPT_COPYPOSTFIELDS, posted)
    }
    setLines()
    setRoutes()
    setCallbacks()
  }

  private func setLines() {
    var texts = request.posted == nil ? [Transfer.feedsWanted] : Transfer.linesOfPost
    texts += request.validators?.lines ?? []
    if url.isTrusted(by: request.url) { texts += request.headers }
    annals_curl_slist_free_all(lines)
    lines = texts.reduce(nil) { annals_curl_slist_append($0, $1) }
    annals_curl_set_list(easy, CURLOPT_HTTPHEADER, lines)
  }

  private static let feedsWanted =
    "Accept: application/atom+xml, application/rss+xml, application/feed+json, application/xml;"
    + "q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.5"

  /// The last keeps libcurl from waiting for a `100 Continue` that many servers never send.
  private static let linesOfPost = [
    "Accept: application/json, */*;q=0.5", "Content-Type: application/json", "Expect:",
  ]

  private func setRoutes() {
    annals_curl_slist_free_all(routes)
    routes = nil
    if let connectTo = options.connectTo {
      routes = annals_curl_slist_append(nil, connectTo)
      annals_curl_set_list(easy, CURLOPT_CONNECT_TO, routes)
    } else if !options.resolve.isEmpty {
      routes = options.resolve.reduce(nil) { annals_curl_slist_append($0, $1) }
      annals_curl_set_list(easy, CURLOPT_RESOLVE, routes)
    }
  }

  private func setCallbacks() {
    annals_curl_set_callbacks(
      easy,
      { bytes, one, count, context in
        let buffer = Transfer.buffer(bytes, one * count)
        return Transfer.of(context).receive(header: buffer) ? one * count : 0
      },
      { bytes, one, count, context in
        let buffer = Transfer.buffer(bytes, one * count)
        return Transfer.of(context).receive(body: buffer) ? one * count : 0
      },
      { context, _, address in
        guard let address else { return CURL_SOCKET_BAD }
        return Transfer.of(context).open(address)
      },
      { context, address, _, _, _ in
        let isAllowed = address.map { Transfer.of(context).inspect(String(cString: $0)) } ?? false
        return isAllowed ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT
      },
      Unmanaged.passUnretained(self).toOpaque())
  }

  private static func of(_ context: UnsafeMutableRawPointer?) -> Transfer {
    Unmanaged<Transfer>.fromOpaque(context!).takeUnretainedValue()
  }

  private static func buffer(
    _ bytes: UnsafeMutablePointer<CChar>?, _ count: Int
  ) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(
      start: UnsafeRawPointer(bytes)?.assumingMemoryBound(to: UInt8.self), count: count)
  }

  private func set(_ option: CURLoption, _ value: Int) { annals_curl_set_long(easy, option, value) }
  private func set(_ option: CURLoption, _ value: String) {
    annals_curl_set_string(easy, option, value)
  }
}
