import FeedParsing
import Testing

@Suite struct PageFeedsTests {
  func read(_ page: String) -> PageFeeds { PageFeeds(Array(page.utf8)) }

  @Test func `a page names its feeds, each once, with their titles`() {
    let page = read(
      """
      <html><link rel="alternate" type="application/rss+xml" href="/a" title="A &amp; B">
      <link rel=alternate type="application/atom+xml; charset=utf-8" href=b>
      <link rel="alternate" type="application/rss+xml" href="/a" title="again">
      <link rel="alternate" type="text/html" href="/c"><script><link rel=alternate></script>
      <!-- <link rel="alternate" type="application/rss+xml" href="/old"> -->
      """)
    #expect(page.named.map { [$0.url, $0.title] } == [["/a", "A & B"], ["b", nil]])
    #expect(page.base == nil)
  }

  @Test(arguments: [
    "rel='alternate' type='application/rss+xml'", "REL=ALTERNATE TYPE=APPLICATION/RSS+XML",
    "rel='alternate' type='application/rss&#43;xml'", "rel='alternate' type='text/xml'",
    "rel='alternate nofollow' type='application/atom+xml'", "rel='feed'",
    "rel='feed' type='application/atom+xml'", "rel='alternate' type='application/json'",
    "rel='alternate' type=' application/feed+json '", "rel='alternate' type='application/rdf+xml'",
    "rel='alternate' type='application/x-rss+xml'", "rel='alternate home' type='application/atom'",
  ])
  func `a feed is named in these ways`(attributes: String) {
    #expect(read("<link \(attributes) href='/feed'>").named == [FeedLink(url: "/feed")])
  }

  @Test(arguments: [
    "rel='alternate' type='application/json+oembed' href='/o'",
    "rel='alternate' type='text/xml+oembed' href='/o'",
    "rel='alternate' type='application/json' href='/wp-json/wp/v2/pages/7'",
    "rel='alternate' hreflang='de' href='/de'", "rel='stylesheet' type='text/css' href='/s'",
    "rel='search' type='application/opensearchdescription+xml' href='/s'",
    "rel='alternate' type='application/rss+xml'",
    "rel='alternate' type='application/rss+xml' href=' '",
    "rel='https://api.w.org/' href='/wp-json/'", "rel='feed' type='text/html' href='/feeds'",
  ])
  func `other links are no feeds`(attributes: String) {
    #expect(read("<link \(attributes)>").named.isEmpty)
  }

  @Test func `the first base is what addresses are relative to`() {
    #expect(read("<base target=_top><base href=' /sub/ '><base href=/x>").base == "/sub/")
  }

  @Test func `links that look like feeds, and where the page hands on to, are noted`() {
    let page = read(
      """
      <a href="/about">About</a> <a href="index.xml">RSS</a> <a href="/news?format=atom">Atom</a>
      <a href=/blog/feed/>Feed</a> <a href=/sitemap.xml>Map</a> <a href=rss.php>RSS</a>
      <meta http-equiv="Refresh" content="0; URL='/posts.rss'"><a href="index.xml">again</a>
      """)
    #expect(
      page.hinted.map(\.url) == [
        "index.xml", "/news?format=atom", "/blog/feed/", "rss.php", "/posts.rss",
      ])
  }

  /// 新闻 in three encodings.
  @Test(arguments: [
    ("gbk", [0xD0, 0xC2, 0xCE, 0xC5]), ("big5", [0xB7, 0x73, 0xBB, 0x44]),
    ("utf-8", Array("新闻".utf8)),
  ])
  func `titles are read in the encoding that HTTP or the page names`(
    charset: String, title: [UInt8]
  ) {
    func page(_ head: String) -> [UInt8] {
      Array("<html>\(head)<link rel=alternate type=application/rss+xml href=/a title='".utf8)
        + title + Array("'>".utf8)
    }
    let wanted = charset == "big5" ? "新聞" : "新闻"
    for (head, type) in [
      ("", "text/html; charset=\(charset)"), ("", "text/html;charset:\(charset)"),
      ("<meta charset=\"\(charset)\">", nil), ("<META CHARSET='\(charset)'/>", "text/html"),
      ("<meta http-equiv=content-type content='text/html; charset=\(charset)'>", "text/html"),
    ] {
      let feeds = PageFeeds(page(head), contentType: type)
      #expect(feeds.named.map(\.title) == [wanted], "\(head) \(type ?? "")")
    }
  }

  /// A step that looks at all links before it would take 20 billion of them.
  @Test func `a page with 200,000 links is read`() {
    let page = (0..<200_000).map {
      "<link rel=\"alternate\" type=\"application/rss+xml\" href=\"/feed/\($0)\">"
    }.joined()
    #expect(read(page).named.count == 200_000)
  }

  @Test(arguments: [
    "<", "<link ", "<link rel=\"", "<!--", "<script>", "</", "<link rel=a", "&", "<meta ",
    "charset=",
    "<base href=", "<a href=feed:", "<link rel=feed href=",
  ])
  func `a page of half a million beginnings is read`(beginning: String) {
    #expect(read(String(repeating: beginning, count: 500_000)).named.count < 2)
  }
}
