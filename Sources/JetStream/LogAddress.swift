import Foundation

/// Where a shared log is: `nats://h1,h2,h3/ANNALS?creds=…&monitor=http://h1:8222,http://h2:8222`.
package struct LogAddress: Equatable, Sendable {
  /// As libnats takes them, such as `nats://h1:4222`.
  package let servers: [String]
  /// The stream's name; the subjects of its records begin with it in lower case.
  package let stream: String
  /// A file with credentials (NATS, `.creds`).
  package let credentials: String?
  /// Where the servers tell how they are set up.
  package let monitors: [String]
  /// Whether servers that may lose what they have acknowledged are taken: `sync=unsafe`.
  package let isUnsafe: Bool

  package struct Malformed: Error, Equatable {
    package let reason: String
  }

  package init(_ text: String) throws(Malformed) {
    guard let scheme = ["nats://", "tls://"].first(where: text.hasPrefix) else {
      throw Malformed(reason: "begins with neither nats:// nor tls://")
    }
    let parts = text.dropFirst(scheme.count).split(separator: "?", maxSplits: 1)
    let place = (parts.first ?? "").split(separator: "/", omittingEmptySubsequences: false)
    guard place.count <= 2, let hosts = place.first, !hosts.isEmpty else {
      throw Malformed(reason: "names no server")
    }
    servers = hosts.split(separator: ",").map { scheme + $0 }
    let name = place.count == 2 ? String(place[1]) : "ANNALS"
    guard !name.isEmpty, name.utf8.count <= 64, name.utf8.allSatisfy(LogAddress.isOfName) else {
      throw Malformed(
        reason: "names the stream “\(name)”, and a name has letters, digits, - and _")
    }
    stream = name
    var credentials: String?
    var monitors: [String] = []
    var isUnsafe = false
    for pair in (parts.count > 1 ? parts[1] : "").split(separator: "&") {
      let (key, value) = LogAddress.split(pair)
      switch key {
      case "creds": credentials = value
      case "monitor": monitors += value.split(separator: ",").map(String.init)
      case "sync" where value == "unsafe": isUnsafe = true
      default:
        throw Malformed(
          reason: "has “\(pair)”, which is none of creds=, monitor=, sync=unsafe")
      }
    }
    self.credentials = credentials
    self.monitors = monitors
    self.isUnsafe = isUnsafe
  }

  /// Without what only its users should know.
  package var shown: String {
    "nats://\(servers.map(LogAddress.host).joined(separator: ","))/\(stream)"
  }

  private static func host(_ server: String) -> Substring {
    let place = server[(server.range(of: "://")?.upperBound ?? server.startIndex)...]
    return place.lastIndex(of: "@").map { place[place.index(after: $0)...] } ?? place
  }

  private static func split(_ pair: Substring) -> (key: Substring, value: String) {
    guard let sign = pair.firstIndex(of: "=") else { return (pair, "") }
    return (pair[..<sign], String(pair[pair.index(after: sign)...]))
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
