/// An answer: its head, and its body or what is said as the log grows.
package struct HTTPResponse: Sendable {
  package var status: HTTPStatus
  package var headers: [(name: String, value: String)]
  package var body: [UInt8]
  /// Whether the connection stays open and is told when the log grows (server-sent events).
  package var isFollowing = false

  package init(
    _ status: HTTPStatus, _ type: String, _ body: [UInt8],
    headers: [(name: String, value: String)] = []
  ) {
    self.status = status
    self.headers = (body.isEmpty ? [] : [("Content-Type", type)]) + headers
    self.body = body
  }

  /// A status in words.
  package init(_ status: HTTPStatus, _ text: String? = nil) {
    let body = "\(status.rawValue) \(status.phrase)" + (text.map { "\n\n\($0)" } ?? "") + "\n"
    self.init(status, "text/plain; charset=utf-8", Array(body.utf8))
    if status == .notAllowed { headers.append(("Allow", "GET")) }
    if status == .unauthorized {
      headers.append(("WWW-Authenticate", "Basic realm=\"annals\", charset=\"UTF-8\""))
    }
  }

  /// What every answer says: nothing from elsewhere is loaded, no page frames it, nobody keeps it unasked.
  private static let always = [
    ("Content-Security-Policy", SiteFiles.policy),
    ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Resource-Policy", "same-origin"), ("Cache-Control", "private, no-cache"),
  ]

  /// The bytes of the head.
  func head(keepsAlive: Bool) -> [UInt8] {
    var lines = ["HTTP/1.1 \(status.rawValue) \(status.phrase)"]
    lines += (headers + HTTPResponse.always).map { "\($0): \($1)" }
    if !isFollowing, status != .notModified { lines.append("Content-Length: \(body.count)") }
    lines.append("Connection: \(keepsAlive ? "keep-alive" : "close")")
    return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)
  }
}
