import EventModel
import JSONText
import Querying
import Testing

@testable import Serving

/// What the addresses of the server answer, of a store of one event.
@Suite struct SiteTests {
  /// Notes what is asked, and answers a row with a hostile title.
  final class Clerk {
    var asked: [(name: String, values: [String: [String]], asOf: String?)] = []
    var position: Int64 = 7
    var today = CivilDay("2026-11-23")!

    static let row: JSON = .object([
      "id": "22f02e41cf5f06c73c93b036d53dec7d", "recorded": "2026-11-23T12:00:00Z",
      "date": "2023-03-14", "type": "model-release", "title": "<script>alert(1)</script>",
      "stance": "official", "polarity": "asserted",
      "mentions": .array([.object(["source": "x", "url": "javascript:alert(1)"])]),
    ])

    func answer(_ inquiry: Inquiry, _ values: [String: [String]], _ asOf: String?) throws
      -> Document
    {
      _ = try Arguments(values, for: inquiry)
      if inquiry.name != "save" { asked.append((inquiry.name, values, asOf)) }
      let next = [JSON.Member("next", "22f02e41")]
      return Document(
        schema: inquiry.name == "save" ? "annals.savedQueries/1" : "annals.events/1",
        head: position, asOf: today, extras: next,
        columns: [Column("title", key: "title")], rows: [Clerk.row])
    }

    lazy var site = Site(
      Desk(
        answer: { [unowned self] in try answer($0, $1, $2) },
        head: { [unowned self] in Head(position: position, hash: .zero, recorded: nil) },
        today: { [unowned self] in today },
        explain: { error in
          Refusal(.usage, (error as? QueryError)?.message ?? "\(error)", hint: "<b>")
        }),
      inquiries: [.log, .timeline, .compare, .forecastList, .savedQueries],
      gate: Gate(address: "127.0.0.1", port: 80), version: "0")

    func get(_ target: String, _ more: String = "") throws -> HTTPResponse {
      site.answer(
        try HTTPRequest(
          head: Array("GET \(target) HTTP/1.1\r\nHost: localhost\r\n\(more)\r\n".utf8)))
    }
  }

  private func text(_ response: HTTPResponse) -> String {
    String(decoding: response.body, as: UTF8.self)
  }

  @Test(arguments: [
    ("/", "log", ["limit": ["100"]]), ("/events.json?limit=5", "log", ["limit": ["5"]]),
    ("/timeline?query=a&query=b", "timeline", ["query": ["a", "b"], "limit": ["100"]]),
    ("/event/22f0", "show", ["event": ["22f0"]]),
    ("/forecast/nlp.svg", "forecast", ["sequence": ["nlp"]]),
    ("/forecast-list", "forecast list", [:]),
    ("/events?saved=rounds", "log", ["query": ["saved:rounds"], "limit": ["100"]]),
    ("/api/compare?metric=revenue", "compare", ["metric": ["revenue"]]),
    ("/forecast/gpt.4", "forecast", ["sequence": ["gpt.4"]]),
  ])
  func `an address asks a question`(
    target: String, name: String, values: [String: [String]]
  ) throws {
    let clerk = Clerk()
    _ = try clerk.get(target)
    #expect(clerk.asked.map(\.name) == [name])
    #expect(clerk.asked.first?.values == values)
  }

  @Test(arguments: [
    ("/nothing", HTTPStatus.notFound), ("/a/b/c", .notFound), ("/api", .notFound),
    ("/api/timeline.csv", .notFound), ("/timeline?colour=red", .badRequest),
    ("/timeline?limit=0", .badRequest), ("/timeline?limit=1001", .badRequest),
    ("/compare", .badRequest), ("/new", .notFound), ("/timeline.exe", .notFound),
  ])
  func `what is not there or cannot be meant is said`(target: String, status: HTTPStatus) throws {
    #expect(try Clerk().get(target).status == status)
  }

  @Test func `an error of the API is its JSON`() throws {
    let response = try Clerk().get("/api/timeline?limit=x")
    #expect(try JSON.parse(response.body)["error"]?["code"] == 400)
  }

  @Test func `an answer is kept until the log grows or the day ends`() throws {
    let clerk = Clerk()
    _ = try clerk.get("/")
    _ = try clerk.get("/")
    #expect(clerk.asked.count == 1)
    clerk.position = 8
    _ = try clerk.get("/")
    #expect(clerk.asked.count == 2)
    clerk.today = CivilDay("2026-11-24")!
    _ = try clerk.get("/")
    #expect(clerk.asked.count == 3)
  }

  @Test func `who has the answer is told that it is still so`() throws {
    let clerk = Clerk()
    let tag = try #require(clerk.get("/events.csv").headers.first { $0.name == "ETag" }?.value)
    let again = try clerk.get("/events.csv", "If-None-Match: W/\(tag)\r\n")
    #expect(again.status == .notModified && again.body.isEmpty)
    clerk.position = 8
    #expect(try clerk.get("/events.csv", "If-None-Match: \(tag)\r\n").status == .ok)
  }

  @Test func `no text of a feed becomes markup or a link of its own`() throws {
    let page = text(try Clerk().get("/"))
    #expect(!page.contains("<script>alert") && !page.contains("javascript:"))
    #expect(page.contains("&lt;script&gt;"))
    #expect(page.contains("href=\"/event/22f02e41cf5f06c73c93b036d53dec7d\""))
  }

  @Test func `the next page is one of the same answer`() throws {
    let page = text(try Clerk().get("/timeline?query=a%26b"))
    #expect(page.contains("after=22f02e41&amp;as-of=%407&amp;query=a%26b"))
  }

  @Test func `those who follow are told when the log grows`() throws {
    let clerk = Clerk()
    #expect(text(try clerk.get("/follow")).hasSuffix("event: head\ndata: 7\n\n"))
    #expect(clerk.site.news() == nil)
    clerk.position = 8
    #expect(
      clerk.site.news().map { String(decoding: $0, as: UTF8.self) } == "event: head\ndata: 8\n\n")
    #expect(clerk.site.news() == nil)
  }

  @Test func `the policy lets nothing in from elsewhere`() throws {
    let head = String(decoding: try Clerk().get("/").head(keepsAlive: true), as: UTF8.self)
    #expect(head.contains("Content-Security-Policy: default-src 'none'; script-src 'self'; "))
    #expect(!head.contains("unsafe") && head.contains("frame-ancestors 'none'"))
  }
}
