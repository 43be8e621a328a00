import Testing

@testable import Serving

/// Who may ask.
@Suite struct GateTests {
  private let gate = Gate(address: "127.0.0.1", port: 8420)

  private func ask(_ head: String, of gate: Gate? = nil) throws -> HTTPStatus? {
    let request = try HTTPRequest(head: Array((head + "\r\n\r\n").utf8))
    return (gate ?? self.gate).refusal(of: request)?.status
  }

  @Test(arguments: ["127.0.0.1:8420", "localhost:8420", "LOCALHOST:8420", "[::1]:8420"])
  func `loopback is asked by its names`(host: String) throws {
    #expect(try ask("GET / HTTP/1.1\r\nHost: \(host)") == nil)
  }

  @Test(arguments: [
    "evil.example", "evil.example:8420", "127.0.0.1", "localhost:80", "127.0.0.1.evil:8420", "",
  ])
  func `a name that is not ours is refused`(host: String) throws {
    #expect(try ask("GET / HTTP/1.1\r\nHost: \(host)") == .forbidden)
  }

  @Test(
    arguments: [
      ("192.0.2.1:8420", nil), ("[2001:db8::1]:8420", nil), ("localhost:8420", nil),
      ("evil.example:8420", HTTPStatus.forbidden), (":8420", .forbidden),
      ("192.0.2.1:80", .forbidden),
    ] as [(String, HTTPStatus?)])
  func `where all addresses are listened at, any in numbers is ours`(
    host: String, status: HTTPStatus?
  ) throws {
    let gate = Gate(address: "0.0.0.0", port: 8420)
    #expect(try ask("GET / HTTP/1.1\r\nHost: \(host)", of: gate) == status)
  }

  @Test(
    arguments: [
      ("http://127.0.0.1:8420", nil), ("http://localhost:8420", HTTPStatus.forbidden),
      ("http://evil.example", .forbidden), ("null", .forbidden),
      ("https://127.0.0.1:8420", .forbidden),
    ] as [(String, HTTPStatus?)])
  func `another page may not ask`(origin: String, status: HTTPStatus?) throws {
    #expect(try ask("GET / HTTP/1.1\r\nHost: 127.0.0.1:8420\r\nOrigin: \(origin)") == status)
  }

  @Test(arguments: ["POST", "PUT", "DELETE", "HEAD", "OPTIONS", "get"])
  func `nothing but GET is answered`(method: String) throws {
    #expect(try ask("\(method) / HTTP/1.1\r\nHost: 127.0.0.1:8420") == .notAllowed)
  }

  @Test(
    arguments: [
      (nil, HTTPStatus.unauthorized), ("Bearer 0123456789abcdef", nil),
      ("Basic YW5uYTowMTIzNDU2Nzg5YWJjZGVm", nil), ("Bearer 0123456789abcdeF", .unauthorized),
      ("Bearer 0123456789abcdef0", .unauthorized),
      ("Basic MDEyMzQ1Njc4OWFiY2RlZg==", .unauthorized),
      ("0123456789abcdef", .unauthorized),
    ] as [(String?, HTTPStatus?)])
  func `beyond loopback the token is demanded, as a bearer's or as a password`(
    said: String?, status: HTTPStatus?
  ) throws {
    let gate = Gate(address: "192.0.2.1", port: 8420, token: "0123456789abcdef")
    let line = said.map { "\r\nAuthorization: \($0)" } ?? ""
    #expect(try ask("GET / HTTP/1.1\r\nHost: 192.0.2.1:8420\(line)", of: gate) == status)
  }
}
