import FeedParsing
import Testing

@testable import FeedFetching

@Suite struct LinkHeaderTests {
  @Test(arguments: [
    "</feed>; rel=\"alternate\"; type=\"application/rss+xml\"",
    "</feed>;rel=alternate;type=application/atom+xml",
    "<https://a.example/x>; rel=canonical, </feed> ; REL = \"alternate\" ; type=\"application/json\"",
    "</feed>; rel=feed", "</feed>; rel=alternate; rel=stylesheet; type=text/xml",
    "</feed>; crossorigin; rel=\"nofollow alternate\"; type=\"application/rss+xml\"; title",
  ])
  func `a feed is named by its relation and type`(value: String) {
    #expect(LinkHeader(value).links == [FeedLink(url: "/feed")])
  }

  @Test func `several fields and several links in one are read, with their titles`() {
    var headers: Headers = [:]
    headers.add(line: "Link: </a>; rel=feed; title=\"A \\\"b\\\"; c, d\", </b>; rel=feed\r\n")
    headers.add(line: "link: </c>; rel=feed\r\n")
    #expect(
      headers.feedLinks == [
        FeedLink(url: "/a", title: "A \"b\"; c, d"), FeedLink(url: "/b"), FeedLink(url: "/c"),
      ])
  }

  @Test(arguments: [
    "", "<", "<>; rel=feed", "/feed; rel=feed", "</feed", "</x>; rel=next",
    "</x>; rel=alternate; type=text/html", "</x>; rel=\"", "</x>;;;=;=\"\\",
  ])
  func `what names none gives none`(value: String) { #expect(LinkHeader(value).links.isEmpty) }

  @Test(arguments: ["<", "</a>", ";", "</a>; rel=\"", "=\"\\"])
  func `a field of a hundred thousand beginnings is read`(beginning: String) {
    #expect(LinkHeader(String(repeating: beginning, count: 100_000)).links.isEmpty)
  }
}
