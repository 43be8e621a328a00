import Testing

@testable import Serving

/// Heads of requests, read strictly.
@Suite struct HTTPRequestTests {
  private func read(_ lines: String...) throws(HTTPStatus) -> HTTPRequest {
    try HTTPRequest(head: Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8))
  }

  @Test func `a path and a query are decoded, each in its way`() throws {
    let request = try read("GET /a+b%20%E5%95%86?q=x+y&q=%26&empty HTTP/1.1", "Host: x")
    #expect(request.path == "/a+b 商")
    #expect(request.query.map(\.name) == ["q", "q", "empty"])
    #expect(request.query.map(\.value) == ["x y", "&", ""])
  }

  @Test func `a connection is kept unless it is said or is of HTTP 1.0`() throws {
    #expect(try read("GET / HTTP/1.1", "Host: x").keepsAlive)
    #expect(try !read("GET / HTTP/1.1", "Host: x", "Connection: Close").keepsAlive)
    #expect(try !read("GET / HTTP/1.0").keepsAlive)
  }

  @Test(arguments: [
    "GET / HTTP/1.1", "GET / HTTP/1.1\r\nHost: a\r\nHost: b", "GET /\r\nHost: a",
    "GET / HTTP/2.0\r\nHost: a", "GET http://x/ HTTP/1.1\r\nHost: a",
    "GET /%zz HTTP/1.1\r\nHost: a", "GET /%00 HTTP/1.1\r\nHost: a",
    "GET /%ff HTTP/1.1\r\nHost: a", "GET / HTTP/1.1\r\nHost : a",
    "GET / HTTP/1.1\r\nHost: a\r\n folded", "GET / HTTP/1.1\r\nHost: a\r\nX: \u{1}",
    "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 5",
    "GET / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked", "GET  / HTTP/1.1\r\nHost: a",
  ])
  func `what can be read in two ways is refused`(head: String) {
    #expect(throws: HTTPStatus.badRequest) { try read(head) }
  }

  @Test func `a long address and many lines have statuses of their own`() throws {
    let path = String(repeating: "a", count: 4096)
    #expect(throws: HTTPStatus.addressTooLong) { try read("GET /\(path) HTTP/1.1", "Host: a") }
    let lines = Array(repeating: "X: y", count: 64).joined(separator: "\r\n")
    #expect(throws: HTTPStatus.headTooLarge) { try read("GET / HTTP/1.1", "Host: a", lines) }
  }
}
