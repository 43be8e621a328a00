import EventModel
import JSONText
import Testing

@testable import Querying
@testable import Rendering

@Suite struct ReportPageTests {
  private func pages(
    _ rows: [JSON], title: String = "everything", named file: String = "out/r.html"
  ) -> [Page] {
    let nothing = Document(
      schema: "annals.coverage/1", head: 7, asOf: Drawn.asOf, columns: [], rows: [])
    let answer = ReportAnswer(
      title: title, query: [], period: .all, asOf: Drawn.asOf,
      status: .object(["head": 9, "hash": "ab12", "storeID": "57"]), events: Drawn.events(rows),
      comparisons: [], trend: nil, growth: [], sequences: [], ledger: [], coverage: nothing)
    return ReportPage(answer, version: "0.1").pages(named: file)
  }

  private func text(_ page: Page) -> String { String(decoding: page.bytes, as: UTF8.self) }

  @Test func `a page loads nothing and runs its own script alone`() throws {
    let page = text(pages([Drawn.event("a", "2023-01-01")])[0])
    let policy = try #require(page.firstMatch(of: /Content-Security-Policy" content="([^"]+)"/)?.1)
    #expect(policy.hasPrefix("default-src &#39;none&#39;; style-src &#39;sha256-"))
    #expect(policy.contains("script-src &#39;sha256-") && !policy.contains("unsafe"))
    #expect(!page.contains(" src=") && !page.contains(" style=") && !page.contains("@import"))
    #expect(!page.contains("url("))
  }

  @Test func `it says of what log it is, and how to cite it`() {
    let page = text(pages([])[0])
    #expect(page.contains("@9 ab12") && page.contains("as of 2023-05-15, head ab12"))
  }

  @Test(arguments: NodeTests.hostile) func `a hostile title stays text`(title: String) {
    let page = text(pages([Drawn.event("a", "2023-01-01", title, by: title)], title: title)[0])
    #expect(page.ranges(of: "<script").count == 1 && page.ranges(of: "</script>").count == 1)
    #expect(!page.contains("<img"))
    #expect(page.ranges(of: "<title>").count == page.ranges(of: "</title>").count)
  }

  @Test
  func `each event is there once, the newest first, by month or, where none is known, by year`() {
    let page = text(
      pages([
        Drawn.event("a", "2022"), Drawn.event("b", "2022-05-01"), Drawn.event("c", "2022-05-03"),
        Drawn.event("d", "2023-01"),
      ])[0])
    let places = page.matches(of: /recorded [0-9-]* · (.)\b/).map { String($0.1) }
    #expect(places == ["d", "c", "b", "a"])
    #expect(
      page.matches(of: #/<h3>([0-9-]+) /#).map { String($0.1) } == ["2023-01", "2022-05", "2022"])
  }

  @Test func `marks lead to events of the page, by ids as short as tell them apart`() {
    let ids = ["0123456789abcdef0123456789abcdef", "0123456701abcdef0123456789abcdef"]
    let page = text(pages(ids.map { Drawn.event($0, "2023-01-01") })[0])
    #expect(page.contains(" · 0123456789ab<") && page.contains(" · 0123456701ab<"))
    let places = Set(page.matches(of: /<li id="([^"]+)"/).map { String($0.1) })
    let links = Set(page.matches(of: /<a href="#(e-[^"]+)"/).map { String($0.1) })
    #expect(!links.isEmpty && links == places)
  }

  @Test func `an event has a place where a mark leads to it`() {
    let page = text(pages((0..<100).map { Drawn.event("\($0)", "2023-01-01") })[0])
    let places = Set(page.matches(of: /<li id="([^"]+)"/).map { String($0.1) })
    let links = Set(page.matches(of: /<a href="#(e-[^"]+)"/).map { String($0.1) })
    #expect(links == places && (1..<100).contains(places.count))
  }

  @Test func `more events than a page holds well stand on pages of their years beside it`() {
    let rows = (0...ReportPage.most).map {
      Drawn.event("\($0)", $0 % 2 == 0 ? "2022-05-01" : "2023-01-01")
    }
    let pages = pages(rows)
    #expect(pages.map(\.name) == ["out/r.html", "out/r-2023.html", "out/r-2022.html"])
    #expect(text(pages[0]).contains("<a href=\"./r-2022.html\">2022</a> 10001 events"))
    #expect(
      pages.dropFirst().map { text($0).ranges(of: "<li><p>").count } == [10_000, 10_001])
    #expect(!text(pages[0]).contains("<li><p>"))
  }
}
