package import FeedParsing

extension Headers {
  /// The feeds that an answer names in `Link:` (RFC 8288), in order.
  package var feedLinks: [FeedLink] {
    fields.filter { $0.name == "link" }.flatMap { LinkHeader($0.value).links }
  }
}

/// A field such as `</feed>; rel="alternate"; type="application/rss+xml", </x>; rel=y`.
struct LinkHeader {
  private(set) var links: [FeedLink] = []
  private var rest: Substring

  init(_ value: String) {
    rest = value[...]
    while let open = rest.firstIndex(of: "<"),
      let close = rest[open...].firstIndex(of: ">")
    {
      let url = String(rest[rest.index(after: open)..<close])
      rest = rest[rest.index(after: close)...]
      var parameters: [String: String] = [:]
      while let (name, value) = readParameter() {
        if parameters[name] == nil { parameters[name] = value }
      }
      let isNamed = FeedLink.namesFeed(
        relations: parameters["rel"] ?? "", type: parameters["type"] ?? "", url: url)
      if isNamed, !url.isEmpty { links.append(FeedLink(url: url, title: parameters["title"])) }
    }
  }

  /// The next `; name=value`, its name in lower case; nil where the next link or the end is.
  private mutating func readParameter() -> (name: String, value: String)? {
    skipSpace()
    guard rest.first == ";" else { return nil }
    rest = rest.dropFirst()
    skipSpace()
    let name = rest.prefix { !"=;, ".contains($0) }
    rest = rest.dropFirst(name.count)
    skipSpace()
    guard rest.first == "=" else { return (name.lowercased(), "") }
    rest = rest.dropFirst()
    skipSpace()
    return (name.lowercased(), readValue())
  }

  private mutating func readValue() -> String {
    guard rest.first == "\"" else {
      let value = rest.prefix { !";, ".contains($0) }
      rest = rest.dropFirst(value.count)
      return String(value)
    }
    var value = ""
    var isEscaped = false
    rest = rest.dropFirst()
    while let character = rest.popFirst() {
      if !isEscaped, character == "\"" { break }
      isEscaped = !isEscaped && character == "\\"
      if !isEscaped { value.append(character) }
    }
    return value
  }

  private mutating func skipSpace() { rest = rest.drop { $0 == " " || $0 == "\t" } }
}
