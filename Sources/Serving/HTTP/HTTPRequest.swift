import EventModel

/// The head of a request of HTTP/1.1 (RFC 9112), strictly read. Only what a page needs: GET without a body.
package struct HTTPRequest: Equatable, Sendable {
  package let method: String
  /// Without the query, percent-decoded; begins with a slash.
  package let path: String
  /// Names and values in their order, percent-decoded.
  package let query: [(name: String, value: String)]
  /// Names in lower case.
  package let headers: [String: [String]]
  /// As it was sent: path and query.
  package let target: String
  package let keepsAlive: Bool

  package static func == (left: HTTPRequest, right: HTTPRequest) -> Bool {
    left.method == right.method && left.target == right.target && left.headers == right.headers
  }

  package func header(_ name: String) -> String? { headers[name]?.first }

  /// The most bytes of a head, of its first line, and the most lines.
  static let longestHead = 16_384
  static let longestLine = 4096
  static let mostLines = 64

  /// Reads a head, from the method to the empty line. Throws the status that says why not.
  package init(head: some Collection<UInt8>) throws(HTTPStatus) {
    guard let text = String(validating: head, as: UTF8.self),
      text.unicodeScalars.allSatisfy({
        $0.value >= 0x20 && $0.value != 0x7F || "\r\n\t".unicodeScalars.contains($0)
      })
    else { throw .badRequest }
    let lines = text.split(separator: "\r\n", omittingEmptySubsequences: true)
    guard lines.count <= HTTPRequest.mostLines else { throw .headTooLarge }
    let words = (lines.first ?? "").split(separator: " ", omittingEmptySubsequences: false)
    guard words.count == 3, words[2] == "HTTP/1.1" || words[2] == "HTTP/1.0" else {
      throw .badRequest
    }
    guard words[1].utf8.count <= HTTPRequest.longestLine else { throw .addressTooLong }
    method = String(words[0])
    target = String(words[1])
    headers = try HTTPRequest.headers(lines.dropFirst())
    guard headers["host"]?.count ?? 0 == 1 || words[2] == "HTTP/1.0", target.hasPrefix("/") else {
      throw .badRequest
    }
    // Nobody sends a body with a question; how long one is can be read in two ways.
    let length = headers["content-length"]
    guard length == nil || length == ["0"], headers["transfer-encoding"] == nil else {
      throw method == "GET" ? .badRequest : .notAllowed
    }
    let connection = headers["connection"]?.joined(separator: ",").lowercased() ?? ""
    keepsAlive = words[2] == "HTTP/1.1" && !connection.contains("close")
    let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    path = try HTTPRequest.decoded(parts[0], isQuery: false)
    query = try HTTPRequest.pairs(parts.count == 2 ? parts[1] : "")
  }

  private static func headers(_ lines: ArraySlice<Substring>) throws(HTTPStatus) -> [String:
    [String]]
  {
    var headers: [String: [String]] = [:]
    for line in lines {
      guard let colon = line.firstIndex(of: ":"), colon > line.startIndex,
        line[..<colon].allSatisfy({
          $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0))
        })
      else { throw .badRequest }
      let value = line[line.index(after: colon)...].drop { " \t".contains($0) }
      headers[line[..<colon].lowercased(), default: []].append(String(value))
    }
    return headers
  }

  private static func pairs(_ text: Substring) throws(HTTPStatus) -> [(name: String, value: String)]
  {
    var pairs: [(name: String, value: String)] = []
    for pair in text.split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      pairs.append(
        (
          try decoded(parts[0], isQuery: true),
          parts.count == 2 ? try decoded(parts[1], isQuery: true) : ""
        ))
    }
    return pairs
  }

  /// A part of an address without its percent signs; in a query, a plus is a space.
  private static func decoded(_ text: Substring, isQuery: Bool) throws(HTTPStatus) -> String {
    var (bytes, rest) = ([UInt8](), text.utf8[...])
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "%"):
        guard rest.count >= 2, let value = UInt8(Substring(rest.prefix(2)), radix: 16) else {
          throw .badRequest
        }
        bytes.append(value)
        rest = rest.dropFirst(2)
      case UInt8(ascii: "+") where isQuery: bytes.append(UInt8(ascii: " "))
      default: bytes.append(byte)
      }
    }
    guard let decoded = String(validating: bytes, as: UTF8.self), !decoded.utf8.contains(0) else {
      throw .badRequest
    }
    return decoded
  }
}

/// The statuses that are answered (RFC 9110 §15).
package enum HTTPStatus: Int, Error, Sendable {
  case ok = 200
  case notModified = 304
  case badRequest = 400
  case unauthorized = 401
  case forbidden = 403
  case notFound = 404
  case notAllowed = 405
  case tooSlow = 408
  case addressTooLong = 414
  case headTooLarge = 431
  case failure = 500
  case unavailable = 503

  package var phrase: String {
    switch self {
    case .ok: "OK"
    case .notModified: "Not Modified"
    case .badRequest: "Bad Request"
    case .unauthorized: "Unauthorized"
    case .forbidden: "Forbidden"
    case .notFound: "Not Found"
    case .notAllowed: "Method Not Allowed"
    case .tooSlow: "Request Timeout"
    case .addressTooLong: "URI Too Long"
    case .headTooLarge: "Request Header Fields Too Large"
    case .failure: "Internal Server Error"
    case .unavailable: "Service Unavailable"
    }
  }
}
