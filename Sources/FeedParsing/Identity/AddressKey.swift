/// An address without what may change while the page stays the same: scheme, user, `www.`, the
/// host's case, the default port, tracking parameters, the fragment, a trailing slash.
package enum AddressKey {
  package static func of(_ address: String) -> String { key(of: address, exactly: false) }

  /// The key with what is the page in some feeds and nothing in others: the fragment (`#v2`), and
  /// where a reader comes from, unless it names a medium (`from=2026-11-17`).
  package static func exact(_ address: String) -> String { key(of: address, exactly: true) }

  private static func key(of address: String, exactly: Bool) -> String {
    var key = TextBuffer(capacity: address.utf8.count)
    append(address, to: &key, exactly: exactly)
    return String(decoding: key.bytes(from: 0), as: UTF8.self)
  }

  static func append(_ address: String, to key: inout TextBuffer, exactly: Bool = false) {
    var address = address
    address.withUTF8 { append($0, to: &key, exactly: exactly) }
  }

  private static func append(
    _ bytes: UnsafeBufferPointer<UInt8>, to key: inout TextBuffer, exactly: Bool
  ) {
    let (host, path, query) = parts(bytes)
    for byte in bytes[host] { key.append(byte.lowercased) }
    var end = path.upperBound
    while end > path.lowerBound, bytes[end - 1] == UInt8(ascii: "/") { end -= 1 }
    key.append(bytes[path.lowerBound..<end])
    var separator = UInt8(ascii: "?")
    var start = query.lowerBound
    while start < query.upperBound {
      let end = bytes.find(UInt8(ascii: "&"), from: start, to: query.upperBound)
      let parameter = bytes[start..<end]
      if !parameter.isEmpty, !isTracking(parameter) || exactly && isContent(parameter) {
        key.append(separator)
        key.append(parameter)
        separator = UInt8(ascii: "&")
      }
      start = end + 1
    }
    if exactly { appendFragment(bytes, to: &key) }
  }

  /// Unless it tracks too, or highlights a passage.
  private static func appendFragment(
    _ bytes: UnsafeBufferPointer<UInt8>, to key: inout TextBuffer
  ) {
    let fragment = bytes[min(bytes.find(UInt8(ascii: "#"), from: 0) + 1, bytes.count)...]
    let text = UnsafeBufferPointer(rebasing: fragment)
    if text.isEmpty || isTracking(fragment) || text.begins(with: ":~:") { return }
    key.append(UInt8(ascii: "#"))
    key.append(fragment)
  }

  private static func parts(_ bytes: UnsafeBufferPointer<UInt8>) -> (
    host: Range<Int>, path: Range<Int>, query: Range<Int>
  ) {
    let end = bytes.find(UInt8(ascii: "#"), from: 0)
    let mark = bytes.find(UInt8(ascii: "?"), from: 0, to: end)
    var start = 0
    let colon = bytes.find(UInt8(ascii: ":"), from: 0, to: mark)
    if colon < mark, bytes.matches("://", at: colon) { start = colon + 3 }
    let slash = bytes.find(UInt8(ascii: "/"), from: start, to: mark)
    let at = bytes.find(UInt8(ascii: "@"), from: start, to: slash)
    if at < slash { start = at + 1 }
    if slash - start > 4, bytes[start] | 0x20 == UInt8(ascii: "w"),
      bytes[start + 1] | 0x20 == UInt8(ascii: "w"), bytes[start + 2] | 0x20 == UInt8(ascii: "w"),
      bytes[start + 3] == UInt8(ascii: ".")
    {
      start += 4
    }
    var hostEnd = slash
    let port = bytes.find(UInt8(ascii: ":"), from: start, to: slash)
    if port < slash, bytes.matches(":80/", at: port) || bytes.matches(":443/", at: port) {
      hostEnd = port
    }
    return (start..<hostEnd, slash..<mark, min(mark + 1, end)..<end)
  }

  private static func isTracking(_ parameter: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let name = UnsafeBufferPointer(rebasing: parameter.prefix { $0 != UInt8(ascii: "=") })
    return tracking.contains { name.count == $0.utf8CodeUnitCount && name.begins(with: $0) }
      || name.begins(with: "utm_") || name.begins(with: "mc_")
  }

  /// Whether a parameter that tracks in most feeds says what no medium is called.
  private static func isContent(_ parameter: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let parameter = UnsafeBufferPointer(rebasing: parameter)
    guard let origin = origins.first(where: { parameter.begins(with: $0) }) else { return false }
    let value = UnsafeBufferPointer(rebasing: parameter[origin.utf8CodeUnitCount...])
    return !value.isEmpty && !media.contains { value.begins(with: $0) }
  }

  private static let origins: [StaticString] = ["from=", "ref=", "source="]
  private static let media: [StaticString] = [
    "rss", "feed", "atom", "newsletter", "email", "twitter", "facebook", "linkedin", "telegram",
    "weibo", "wechat", "weixin", "timeline", "singlemessage", "groupmessage", "share", "social",
    "homepage", "hackernews", "producthunt",
  ]

  private static let tracking: [StaticString] = [
    "fbclid", "gclid", "dclid", "msclkid", "yclid", "igshid", "mkt_tok", "ref", "ref_src",
    "source", "spm", "from", "cmpid", "ncid", "_hsenc", "_hsmi", "at_medium", "at_campaign",
    "share_token", "xtor",
  ]
}
