/// An address without what may change while the page stays the same: scheme, user, `www.`, the
/// host's case, the default port, tracking parameters, the fragment, a trailing slash.
public enum AddressKey {
  public static func of(_ address: String) -> String { of(address, prefix: "") }

  static func of(_ address: String, prefix: StaticString) -> String {
    var address = address
    let length = prefix.utf8CodeUnitCount
    return address.withUTF8 { bytes in
      String(unsafeUninitializedCapacity: bytes.count + length) { out in
        for index in 0..<length { out[index] = prefix.utf8Start[index] }
        return length + write(bytes, into: UnsafeMutableBufferPointer(rebasing: out[length...]))
      }
    }
  }

  private static func write(
    _ bytes: UnsafeBufferPointer<UInt8>, into out: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    var count = 0
    func put(_ range: Range<Int>, lowercased: Bool = false) {
      for index in range {
        out[count] = lowercased ? bytes[index].lowercased : bytes[index]
        count += 1
      }
    }
    let (host, path, query) = parts(bytes)
    put(host, lowercased: true)
    var end = path.upperBound
    while end > path.lowerBound, bytes[end - 1] == UInt8(ascii: "/") { end -= 1 }
    put(path.lowerBound..<end)
    guard !query.isEmpty else { return count }
    var separator = UInt8(ascii: "?")
    for parameter in split(bytes, query) where !isTracking(bytes, parameter) {
      out[count] = separator
      count += 1
      put(parameter)
      separator = UInt8(ascii: "&")
    }
    return count
  }

  private static func parts(_ bytes: UnsafeBufferPointer<UInt8>) -> (
    host: Range<Int>, path: Range<Int>, query: Range<Int>
  ) {
    let end = bytes.find(UInt8(ascii: "#"), from: 0)
    let mark = min(bytes.find(UInt8(ascii: "?"), from: 0), end)
    var start = 0
    let colon = bytes.find(UInt8(ascii: ":"), from: 0)
    if colon < mark, bytes.matches("://", at: colon) { start = colon + 3 }
    let slash = min(bytes.find(UInt8(ascii: "/"), from: start), mark)
    let at = bytes.find(UInt8(ascii: "@"), from: start)
    if at < slash { start = at + 1 }
    if slash - start > 4, bytes[start] | 0x20 == UInt8(ascii: "w"),
      bytes[start + 1] | 0x20 == UInt8(ascii: "w"), bytes[start + 2] | 0x20 == UInt8(ascii: "w"),
      bytes[start + 3] == UInt8(ascii: ".")
    {
      start += 4
    }
    var hostEnd = slash
    let port = bytes.find(UInt8(ascii: ":"), from: start)
    if port < slash, bytes.matches(":80/", at: port) || bytes.matches(":443/", at: port) {
      hostEnd = port
    }
    return (start..<hostEnd, slash..<mark, min(mark + 1, end)..<end)
  }

  private static func split(_ bytes: UnsafeBufferPointer<UInt8>, _ query: Range<Int>) -> [Range<
    Int
  >] {
    bytes[query].split(separator: UInt8(ascii: "&")).map(\.indices)
  }

  private static func isTracking(_ bytes: UnsafeBufferPointer<UInt8>, _ parameter: Range<Int>)
    -> Bool
  {
    let text = String(decoding: bytes[parameter], as: UTF8.self)
    let name = text.prefix { $0 != "=" }.lowercased()
    return name.hasPrefix("utm_") || name.hasPrefix("mc_") || tracking.contains(name)
  }

  private static let tracking: Set = [
    "fbclid", "gclid", "dclid", "msclkid", "yclid", "igshid", "mkt_tok", "ref", "ref_src",
    "source", "spm", "from", "cmpid", "ncid", "_hsenc", "_hsmi", "at_medium", "at_campaign",
    "share_token", "xtor",
  ]
}
