/// An address without what may change while the page stays the same: scheme, user, `www.`, the
/// host's case, the default port, tracking parameters, the fragment, a trailing slash.
package enum AddressKey {
  package static func of(_ address: String) -> String {
    var key = TextBuffer(capacity: address.utf8.count)
    append(address, to: &key)
    return String(decoding: key.bytes(from: 0), as: UTF8.self)
  }

  static func append(_ address: String, to key: inout TextBuffer) {
    var address = address
    address.withUTF8 { append($0, to: &key) }
  }

  private static func append(_ bytes: UnsafeBufferPointer<UInt8>, to key: inout TextBuffer) {
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
      if !parameter.isEmpty, !isTracking(parameter) {
        key.append(separator)
        key.append(parameter)
        separator = UInt8(ascii: "&")
      }
      start = end + 1
    }
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

  private static let tracking: [StaticString] = [
    "fbclid", "gclid", "dclid", "msclkid", "yclid", "igshid", "mkt_tok", "ref", "ref_src",
    "source", "spm", "from", "cmpid", "ncid", "_hsenc", "_hsmi", "at_medium", "at_campaign",
    "share_token", "xtor",
  ]
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether the bytes begin with a lower-case name, ignoring the case of ASCII letters.
  fileprivate func begins(with name: StaticString) -> Bool {
    guard count >= name.utf8CodeUnitCount else { return false }
    for k in 0..<name.utf8CodeUnitCount where self[k].lowercased != name.utf8Start[k] {
      return false
    }
    return true
  }
}
