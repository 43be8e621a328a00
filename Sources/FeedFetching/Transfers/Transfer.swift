import CCurl
import Foundation

/// One request on its way through redirects; libcurl's callbacks write into it.
final class Transfer {
  /// The place of the request among all.
  let index: Int
  let request: FetchRequest
  let options: FetchOptions
  private(set) var url: FeedURL
  private(set) var redirects: [Response.Redirect] = []
  /// Seconds used up by the hops before.
  private var spent = 0.0

  let easy: UnsafeMutableRawPointer
  let errorText = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))
  var lines: UnsafeMutablePointer<curl_slist>?
  var routes: UnsafeMutablePointer<curl_slist>?

  private(set) var status = 0
  private var headers: Headers = [:]
  private var headerBytes = 0
  private var body: [UInt8] = []
  private var setsCookies = false
  /// Whether the address that answered is not public, and of the host that was to be asked.
  private var isPrivate = false
  /// Why a callback stopped the transfer.
  private(set) var refusal: Refusal?

  init(_ request: FetchRequest, at index: Int, _ options: FetchOptions) {
    self.index = index
    self.request = request
    self.options = options
    url = request.url
    easy = annals_curl_easy_init()
    // Cookies last from one hop to the next: some servers redirect until theirs comes back.
    annals_curl_set_string(easy, CURLOPT_COOKIEFILE, "")
    errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
  }

  deinit {
    annals_curl_easy_cleanup(easy)
    annals_curl_slist_free_all(lines)
    annals_curl_slist_free_all(routes)
    errorText.deallocate()
  }

  var proxy: String? { options.proxies.proxy(for: url) }
  var secondsLeft: Double { max(0.001, options.limits.totalSeconds - spent) }
  var isConditional: Bool { request.validators != nil }

  /// Takes a header line, the status line included; false stops the transfer.
  func receive(header line: UnsafeBufferPointer<UInt8>) -> Bool {
    headerBytes += line.count
    guard headerBytes <= options.limits.headerBytes else {
      refusal = .headersTooLarge(limit: options.limits.headerBytes)
      return false
    }
    let text = String(decoding: line, as: UTF8.self)
    if text.hasPrefix("HTTP/") {
      status = text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
      headers = [:]
    } else {
      headers.add(line: text)
    }
    return true
  }

  /// Takes decompressed bytes of the body; false stops the transfer.
  func receive(body bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard body.count + bytes.count <= options.limits.bodyBytes else {
      refusal = .tooLarge(limit: options.limits.bodyBytes)
      return false
    }
    let isJudged = FirstBytes.isEnough(body)
    body.append(contentsOf: bytes)
    if !isJudged { refusal = contentRefusal(isAll: false) }
    return refusal == nil
  }

  private func contentRefusal(isAll: Bool) -> Refusal? {
    guard status == 200, !request.acceptsPages, request.posted == nil,
      isAll || body.count >= FirstBytes.count,
      !body.isEmpty
    else { return nil }
    return FirstBytes.refusal(body, isAll: isAll)
  }

  /// A socket for an address that DNS or the URL gave, unless the policy is against it.
  func open(_ address: UnsafeMutablePointer<curl_sockaddr>) -> curl_socket_t {
    if proxy == nil {
      let offset = MemoryLayout<curl_sockaddr>.offset(of: \.addr)!
      let bytes = UnsafeRawPointer(address).advanced(by: offset)
      let ip = IPAddress(bytes, length: Int(address.pointee.addrlen))
      guard mayAsk(ip) else { return CURL_SOCKET_BAD }
    }
    let type = address.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue)
    return socket(address.pointee.family, type, address.pointee.protocol)
  }

  /// Looks at the address behind a connection before the request is sent, for it may have been opened
  /// for another request, which was allowed more; false stops the transfer.
  func inspect(_ address: String) -> Bool {
    guard proxy == nil else { return true }
    let ip = IPAddress(String(address.prefix { $0 != "%" }))
    isPrivate = isOwnHost && ip.map { AddressPolicy.publicOnly.refusal($0) != nil } == true
    return mayAsk(ip)
  }

  private var isOwnHost: Bool { url.host == request.url.host }

  private func mayAsk(_ ip: IPAddress?) -> Bool {
    let policy = request.allowsPrivate && isOwnHost ? .anywhere : options.addresses
    guard let kind = ip.map(policy.refusal) ?? "strange" else { return true }
    refusal = .address(host: url.host, kind: kind)
    return false
  }

  /// How the hop ended; nil when a redirect leads on, which ``prepare()`` then follows.
  func finish(_ code: CURLcode) -> FetchResult? {
    guard code == CURLE_OK else {
      if let refusal { return .refused(refusal) }
      return result(ofCode: code)
    }
    spent += annals_curl_get_seconds(easy, CURLINFO_TOTAL_TIME)
    if request.posted == nil, [301, 302, 303, 307, 308].contains(status),
      let location = headers["location"]
    {
      do { return try follow(location) } catch {
        return .refused(error as? Refusal ?? .badURL(location))
      }
    }
    if let refusal = contentRefusal(isAll: true) { return .refused(refusal) }
    return .response(
      Response(
        status: status, headers: headers, body: body, url: url.shown, redirects: redirects,
        wasConditional: isConditional, isPrivate: isPrivate))
  }

  private func follow(_ location: String) throws -> FetchResult? {
    if headers["set-cookie"] != nil { setsCookies = true }
    guard redirects.count < options.limits.redirects else {
      return .refused(
        .tooManyRedirects(limit: options.limits.redirects, setsCookies: setsCookies))
    }
    url = try FeedURL(location, relativeTo: url)
    redirects.append(.init(status: status, url: url.text))
    (status, headers, headerBytes, body, refusal) = (0, [:], 0, [], nil)
    return nil
  }

  private func result(ofCode code: CURLcode) -> FetchResult {
    let text = errorText.pointee == 0 ? annals_curl_easy_strerror(code)! : UnsafePointer(errorText)
    let reason = String(cString: text)
    switch code {
    case CURLE_URL_MALFORMAT: return .refused(.badURL(url.text))
    case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY:
      return .failed(.nameNotFound(host: url.host))
    case CURLE_COULDNT_CONNECT: return .failed(.cannotConnect(host: url.host))
    case CURLE_OPERATION_TIMEDOUT:
      let seconds = spent + annals_curl_get_seconds(easy, CURLINFO_TOTAL_TIME)
      if annals_curl_get_seconds(easy, CURLINFO_CONNECT_TIME) == 0 {
        return .failed(.cannotConnect(host: url.host))
      }
      return seconds < options.limits.totalSeconds * 0.99
        ? .failed(.stalled(seconds: options.limits.stallSeconds))
        : .failed(.timedOut(seconds: Int(options.limits.totalSeconds.rounded())))
    case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CERTPROBLEM,
      CURLE_SSL_CIPHER, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_INVALIDCERTSTATUS:
      return .failed(.tls(reason))
    case CURLE_GOT_NOTHING, CURLE_PARTIAL_FILE, CURLE_RECV_ERROR, CURLE_SEND_ERROR,
      CURLE_HTTP2_STREAM:
      return .failed(.cutShort)
    case CURLE_BAD_CONTENT_ENCODING: return .failed(.badCompression)
    case CURLE_WEIRD_SERVER_REPLY, CURLE_UNSUPPORTED_PROTOCOL, CURLE_HTTP2:
      return .failed(.notHTTP)
    default: return .failed(.other(reason))
    }
  }
}
