import FeedParsing

/// The names by which an item is known again, the surest first.
enum ItemKeys {
  /// The keys of each of a feed's items. Where more than one in twenty ids is missing or repeated, the
  /// ids of the whole feed are not trusted and the addresses come first (as FreshRSS does). A name that
  /// several items bear tells none of them apart and is left out.
  static func of(_ items: [Item]) -> [[String]] {
    let ids = items.compactMap(\.id)
    let trusted = Double(Set(ids).count) >= Double(items.count) * 0.95
    let all = items.map { candidates($0, trustingIDs: trusted) }
    let uses = Dictionary(all.flatMap { Set($0) }.map { ($0, 1) }, uniquingKeysWith: +)
    return all.map { keys in
      let own = keys.filter { uses[$0] == 1 }
      return own.isEmpty ? [keys[0]] : own
    }
  }

  private static func candidates(_ item: Item, trustingIDs: Bool) -> [String] {
    let id = item.id.map { "id:\($0)" }
    let addresses = [
      item.url ?? item.externalURL, item.id.flatMap { $0.contains("://") ? $0 : nil },
    ]
    .compactMap(\.self).map { "url:\(plain($0))" }
    let title = "title:\(item.plainTitle ?? "")@\(item.date?.claimed ?? "")"
    return (trustingIDs ? [id] : []).compactMap(\.self) + addresses + [title]
  }

  /// An address without what may change while the page stays: scheme, `www.`, the host's case,
  /// tracking parameters, fragment, a trailing slash.
  static func plain(_ address: String) -> String {
    var rest = Substring(address)
    if let scheme = rest.firstRange(of: "://") { rest = rest[scheme.upperBound...] }
    rest = rest.prefix { $0 != "#" }
    let query = rest.firstIndex(of: "?").map { rest[rest.index(after: $0)...] } ?? ""
    rest = rest.prefix { $0 != "?" }
    while rest.hasSuffix("/") { rest = rest.dropLast() }
    let host = rest.prefix { $0 != "/" }
    let path = rest.dropFirst(host.count)
    let name = host.lowercased()
    let parameters = query.split(separator: "&").filter { parameter in
      !parameter.hasPrefix("utm_")
        && !["fbclid", "gclid", "ref", "source"].contains(
          String(parameter.prefix { $0 != "=" }))
    }
    let tail = parameters.isEmpty ? "" : "?" + parameters.joined(separator: "&")
    return (name.hasPrefix("www.") ? String(name.dropFirst(4)) : name) + path + tail
  }
}
