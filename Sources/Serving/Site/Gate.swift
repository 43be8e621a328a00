import EventModel

/// Who may ask: nobody else's page in a browser, and beyond loopback only who knows the token.
///
/// A page elsewhere can send a browser to any address. It cannot read what comes back, unless its own name
/// leads here (DNS rebinding), which the `Host` line betrays; and `Origin` names who asks by a script.
package struct Gate: Sendable {
  /// The names under which this server is asked, with their ports, in lower case.
  private let hosts: Set<String>
  /// The end of any address in numbers, where all of this machine are listened at.
  private let anyPort: String?
  private let token: [UInt8]?

  /// - Parameters:
  ///   - address: where the server listens, in numbers.
  ///   - token: what must be said to be answered; nil for everybody.
  package init(address: String, port: Int, token: String? = nil) {
    let name = address.contains(":") ? "[\(address.lowercased())]" : address
    let names = [name, "localhost", "127.0.0.1", "[::1]"]
    hosts = Set(names.flatMap { port == 80 ? [$0, "\($0):80"] : ["\($0):\(port)"] })
    anyPort = ["0.0.0.0", "::"].contains(address) ? ":\(port)" : nil
    self.token = token.map { Array($0.utf8) }
  }

  /// What is answered instead where it may not be asked; nil where it may.
  package func refusal(of request: HTTPRequest) -> HTTPResponse? {
    guard request.method == "GET" else { return HTTPResponse(.notAllowed) }
    guard let host = request.header("host")?.lowercased(), isOurs(host) else {
      return HTTPResponse(.forbidden, "this server does not go by that name")
    }
    if let origins = request.headers["origin"],
      !origins.allSatisfy({ $0.lowercased() == "http://\(host)" })
    {
      return HTTPResponse(.forbidden, "no other page may ask")
    }
    guard let token else { return nil }
    let said = request.headers["authorization"] ?? []
    return said.contains { Gate.isEqual(Gate.secret(in: $0), token) }
      ? nil
      : HTTPResponse(.unauthorized, "say the token as a bearer's, or as the password of any user")
  }

  /// No name leads here but ours; an address in numbers is nobody's name.
  private func isOurs(_ host: String) -> Bool {
    guard let anyPort, host.hasSuffix(anyPort) else { return hosts.contains(host) }
    let name = host.dropLast(anyPort.count)
    return hosts.contains(host) || !name.isEmpty && name.allSatisfy { "0123456789.".contains($0) }
      || name.hasPrefix("[") && name.hasSuffix("]")
  }

  /// What stands behind `Bearer`, or the password behind `Basic` (RFC 7617).
  private static func secret(in header: String) -> [UInt8] {
    let words = header.split(separator: " ", maxSplits: 1).map(String.init)
    guard words.count == 2 else { return [] }
    switch words[0].lowercased() {
    case "bearer": return Array(words[1].utf8)
    case "basic":
      let decoded = base64(words[1])
      return decoded.firstIndex(of: UInt8(ascii: ":")).map { Array(decoded[($0 + 1)...]) } ?? []
    default: return []
    }
  }

  private static func base64(_ text: String) -> [UInt8] {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var (out, bits, count) = ([UInt8](), 0, 0)
    for byte in text.utf8 {
      guard let value = digits.firstIndex(of: byte) else { break }
      (bits, count) = ((bits << 6 | value) & 0xFFFF, count + 6)
      if count >= 8 {
        count -= 8
        out.append(UInt8(bits >> count & 0xFF))
      }
    }
    return out
  }

  /// Takes as long whichever byte is wrong.
  private static func isEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    guard left.count == right.count else { return false }
    return zip(left, right).reduce(0 as UInt8) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
