import FeedFetching
import LoopbackServer
import Testing

/// A JSON text posted to a server, by the rules that fetching has.
@Suite struct PostTests {
  private func post(
    _ text: String, to url: String, headers: [String] = [],
    _ adjust: (inout FetchOptions) -> Void = { _ in }
  ) throws -> FetchResult {
    try Behaviour.fetch(
      FetchRequest(try FeedURL(url), headers: headers, posting: text), adjust)
  }

  private func response(_ result: FetchResult) throws -> Response {
    guard case .response(let response) = result else {
      Issue.record("\(result)")
      throw CancellationError()
    }
    return response
  }

  @Test func `the text arrives whole, with its type and the caller's lines`() throws {
    let server = try LoopbackServer { _ in .answer(text: #"{"ok":true}"#) }
    let text = "{\"标题\":\"" + String(repeating: "é\\u0000", count: 300_000) + "\"}"
    let answer = try response(
      post(text, to: server.url("/v1"), headers: ["Authorization: Bearer k"]))
    let asked = try #require(server.requests.first)
    #expect(asked.method == "POST")
    #expect(asked.body == Array(text.utf8))
    #expect(asked.headers["content-type"] == "application/json")
    #expect(asked.headers["authorization"] == "Bearer k")
    #expect(asked.headers["expect"] == nil)
    #expect(answer.body == Array(#"{"ok":true}"#.utf8))
  }

  @Test(arguments: [
    "301 Moved Permanently", "302 Found", "303 See Other", "308 Permanent Redirect",
  ])
  func `a redirect is an answer, and nobody else hears the text`(status: String) throws {
    let other = try LoopbackServer { _ in .answer(text: "{}") }
    let server = try LoopbackServer { _ in .answer(status, ["Location: \(other.url("/"))"]) }
    let answer = try response(post("{}", to: server.url("/")))
    #expect(answer.status == Int(status.prefix(3)))
    #expect(other.requests.isEmpty)
    #expect(server.requests.count == 1)
  }

  @Test func `an answer may be anything, up to its limit`() throws {
    let page = try LoopbackServer { _ in .answer(text: Sample.page) }
    #expect(try response(post("{}", to: page.url("/"))).body == Array(Sample.page.utf8))
    let bomb = try LoopbackServer { _ in
      [
        .send(Array("HTTP/1.1 200 OK\r\n\r\n".utf8)),
        .endless([UInt8](repeating: 32, count: 1 << 16), pause: 0),
      ]
    }
    #expect(try post("{}", to: bomb.url("/")) == .refused(.tooLarge(limit: 1 << 20)))
  }

  @Test func `a private address hears nothing unless it was permitted`() throws {
    let server = try LoopbackServer { _ in .answer(text: "{}") }
    let refused = try post("{}", to: server.url("/")) { $0.addresses = .publicOnly }
    #expect(refused == .refused(.address(host: "127.0.0.1", kind: "loopback")))
    #expect(server.requests.isEmpty)
  }
}
