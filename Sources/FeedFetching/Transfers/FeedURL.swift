import CCurl
import EventModel

/// An http or https URL, read by the same code that connects to it, so that no two readers differ on
/// where it leads.
package struct FeedURL: Hashable, Sendable {
  /// The whole URL, host in ASCII, without a fragment.
  package let text: String
  /// The same without its secrets, to be shown and stored.
  package let shown: String
  package let scheme: String
  /// In lower case; an IPv6 address without brackets.
  package let host: String
  /// nil is the scheme's own.
  let port: String?

  /// Reads what a person types (`example.org/feed` means https, `feed:` too) or a server sends. One
  /// address has one spelling (RFC 3986 §6.2): the host in lower case, no port that goes without saying,
  /// `%E4` for `%e4`.
  ///
  /// - Parameter base: what a relative reference is relative to.
  package init(_ typed: String, relativeTo base: FeedURL? = nil) throws {
    try Curl.load()
    let url = annals_curl_url()
    defer { annals_curl_url_cleanup(url) }
    if let base { annals_curl_url_set(url, CURLUPART_URL, base.text, 0) }
    let flags = UInt32(CURLU_NON_SUPPORT_SCHEME | CURLU_URLENCODE)
    let address = TypedAddress(typed).url(scheme: base?.scheme)
    let code = annals_curl_url_set(
      url, CURLUPART_URL, address,
      base == nil ? flags | UInt32(CURLU_DEFAULT_SCHEME) : flags)
    guard code == CURLUE_OK else { throw Refusal.badURL(typed) }
    annals_curl_url_set(url, CURLUPART_FRAGMENT, nil, 0)
    func part(_ part: CURLUPart) -> String? {
      let flags = UInt32(CURLU_PUNYCODE | CURLU_NO_DEFAULT_PORT)
      guard let text = annals_curl_url_get(url, part, flags) else { return nil }
      defer { annals_curl_free(text) }
      return String(cString: text)
    }
    let scheme = part(CURLUPART_SCHEME) ?? ""
    guard scheme == "http" || scheme == "https" else { throw Refusal.scheme(scheme) }
    guard let host = part(CURLUPART_HOST)?.lowercased(), !host.isEmpty,
      annals_curl_url_set(url, CURLUPART_HOST, host, 0) == CURLUE_OK,
      let text = part(CURLUPART_URL)
    else { throw Refusal.badURL(typed) }
    // A word alone is a host where a scheme says so: “none” in a list is no address.
    let isWord = base == nil && !address.contains("://") && host.allSatisfy { !".:".contains($0) }
    if isWord, host != "localhost", part(CURLUPART_PORT) == nil { throw Refusal.badURL(typed) }
    self.text = text.withUpperCaseEscapes
    self.scheme = scheme
    self.host = host.filter { $0 != "[" && $0 != "]" }
    port = part(CURLUPART_PORT)
    annals_curl_url_set(url, CURLUPART_USER, nil, 0)
    annals_curl_url_set(url, CURLUPART_PASSWORD, nil, 0)
    shown = Redaction.address((part(CURLUPART_URL) ?? text).withUpperCaseEscapes)
  }

  /// Whether what is meant for the other address may be told here too: it is the same origin, or the
  /// same host where only TLS has been added.
  package func isTrusted(by other: FeedURL) -> Bool {
    host == other.host && port == other.port && (scheme == other.scheme || scheme == "https")
  }
}

extension String {
  /// With the hexadecimal digits of `%e4` in upper case (RFC 3986 §6.2.2.1).
  fileprivate var withUpperCaseEscapes: String {
    guard utf8.contains(UInt8(ascii: "%")) else { return self }
    var bytes = Array(utf8)
    for index in bytes.indices.dropLast(2) where bytes[index] == UInt8(ascii: "%") {
      for digit in [index + 1, index + 2] where (0x61...0x66).contains(bytes[digit]) {
        bytes[digit] -= 0x20
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
