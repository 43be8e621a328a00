/// The parts of an address that are looked at without asking there (RFC 3986 §3). What is asked, libcurl
/// reads itself; what feeds refer to is resolved before it comes here.
package struct AddressParts: Equatable, Sendable {
  /// In lower case; nil for a reference without one.
  package let scheme: String?
  /// In lower case, without user and port; empty where the address has none.
  package let host: String
  /// Whether it names a page of the site, and not the site alone.
  package let hasPage: Bool

  package init(_ address: String) {
    let bytes = address.utf8
    func text(_ part: Substring.UTF8View) -> String { String(Substring(part)).lowercased() }
    let scheme = bytes.prefix { !":/?#".utf8.contains($0) }
    let rest = bytes.dropFirst(scheme.count)
    guard !scheme.isEmpty, rest.first == UInt8(ascii: ":") else {
      (self.scheme, host, hasPage) = (nil, "", false)
      return
    }
    self.scheme = text(scheme)
    guard rest.starts(with: "://".utf8) else {
      (host, hasPage) = ("", false)
      return
    }
    let authority = rest.dropFirst(3).prefix { !"/?#".utf8.contains($0) }
    hasPage = !["", "/"].contains(String(Substring(rest[authority.endIndex...])))
    let user = authority.lastIndex(of: UInt8(ascii: "@")).map { authority.index(after: $0) }
    let name = authority[(user ?? authority.startIndex)...]
    host = text(
      name.first == UInt8(ascii: "[")
        ? name.prefix { $0 != UInt8(ascii: "]") }.dropFirst()
        : name.prefix { $0 != UInt8(ascii: ":") })
  }

  /// Whether it is an address that browsers open.
  package var isOfWeb: Bool { scheme == "http" || scheme == "https" }
}
