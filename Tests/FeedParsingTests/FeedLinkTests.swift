import FeedParsing
import Testing

@Suite struct FeedLinkTests {
  @Test func `a page names its feeds, each once, with their titles`() {
    let page = """
      <html><link rel="alternate" type="application/rss+xml" href="/a" title="A &amp; B">
      <link rel=alternate type="application/atom+xml; charset=utf-8" href=b>
      <link rel="alternate" type="application/rss+xml" href="/a" title="again">
      <link rel="alternate" type="text/html" href="/c"><script><link rel=alternate></script>
      """
    #expect(
      FeedLink.all(in: Array(page.utf8)).map { [$0.url, $0.title] } == [
        ["/a", "A & B"], ["b", nil],
      ]
    )
  }

  /// A step that looks at all links before it would take 20 billion of them.
  @Test func `a page with 200,000 links is read`() {
    let page = (0..<200_000).map {
      "<link rel=\"alternate\" type=\"application/rss+xml\" href=\"/feed/\($0)\">"
    }.joined()
    #expect(FeedLink.all(in: Array(page.utf8)).count == 200_000)
  }

  @Test(arguments: ["<", "<link ", "<link rel=\"", "<!--", "<script>", "</", "<link rel=a", "&"])
  func `a page of half a million beginnings is read`(beginning: String) {
    let page = String(repeating: beginning, count: 500_000)
    #expect(FeedLink.all(in: Array(page.utf8)).isEmpty)
  }
}
