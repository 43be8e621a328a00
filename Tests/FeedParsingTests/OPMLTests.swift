import FeedParsing
import Testing

@Suite struct OPMLTests {
  private let list = OPML(
    title: "Metals & more",
    outlines: [
      OPMLOutline(
        title: "Iron <hot>",
        children: [
          OPMLOutline(
            title: "Foundry \"notes\"", xmlURL: "https://foundry.example/feed?a=1&b=2",
            htmlURL: "https://foundry.example/")
        ]),
      OPMLOutline(title: "Steel", xmlURL: "https://steel.example/rss"),
    ])

  @Test func `a list that was written reads back equal`() throws {
    #expect(try OPML.parse(Array(list.text.utf8)) == list)
  }

  @Test func `a subscription knows its groups`() {
    #expect(list.subscriptions.map(\.groups) == [["Iron <hot>"], []])
    #expect(list.subscriptions.map(\.title) == ["Foundry \"notes\"", "Steel"])
  }

  @Test func `a broken list gives what can be read`() throws {
    let text = "<opml><body><outline text='A & B' xmlUrl='https://a.example/?x&y'><outline text='C'"
    let read = try OPML.parse(Array(text.utf8))
    #expect(read.subscriptions.first?.title == "A & B")
  }

  /// The titles and addresses of the feeds of a list.
  func feeds(_ outlines: String) throws -> [[String]] {
    try OPML.parse(Array("<opml version='2.0'><body>\(outlines)</body></opml>".utf8))
      .subscriptions.map { [$0.title, $0.xmlURL] }
  }

  @Test func `HTML's entities, and quotes that nobody escaped, cost nothing`() throws {
    #expect(
      try feeds(
        """
        <outline text="Caf&eacute;&nbsp;News &mdash; x" xmlUrl="https://a.example/?x=1&amp;y=2"/>
        <outline text="the "other" one" title='B &unknown; C' type="rss" xmlUrl="https://b.example/"/>
        <outline text="1 < 2 > 0" xmlUrl="https://c.example/?a=1&b=2"/>
        """) == [
          ["Café News — x", "https://a.example/?x=1&y=2"],
          ["B &unknown; C", "https://b.example/"],
          ["1 < 2 > 0", "https://c.example/?a=1&b=2"],
        ])
  }

  @Test(arguments: ["xmlUrl", "xmlurl", "XMLURL", "xmlURL", "XmlUrl", "url", "URL"])
  func `names are read in any case`(name: String) throws {
    #expect(
      try feeds("<OUTLINE TEXT='A' \(name)=' https://a.example/feed '/>") == [
        ["A", "https://a.example/feed"]
      ])
  }

  @Test
  func `a comment, a link and a list in the list are no feeds, and all but the first are told`()
    throws
  {
    let read = try OPML.parse(
      Array(
        """
        <opml><body><outline text="Page" type="link" url="https://a.example/page"/>
        <outline text="List" type="include" url="https://a.example/list.opml"/>
        <outline text="Old" isComment="true"><outline text="x" xmlUrl="https://x.example/"/></outline>
        <outline text="Site" htmlUrl="https://s.example/"/><outline text="No" xmlUrl=""/><outline text="Empty group"/>
        <!-- <outline text="Out" xmlUrl="https://o.example/"/> -->
        <outline text="Feed" type="rss" xmlUrl="https://b.example/feed"/></body></opml>
        """.utf8))
    #expect(read.subscriptions.map(\.title) == ["Feed"])
    #expect(
      read.leftOut == [
        "Page: a link, https://a.example/page",
        "List: a list of its own, https://a.example/list.opml",
        "Site: no address of a feed, only https://s.example/", "No: no address of a feed",
      ])
  }

  @Test func `links are feeds in a list that has no other`() throws {
    #expect(
      try feeds("<outline URL='https://a.example/pod' text='A' type='link'/>") == [
        ["A", "https://a.example/pod"]
      ])
  }

  @Test func `groups stay around their feeds, whatever is left out between`() throws {
    let text = """
      <opml><body><outline text="Press"><outline text="old" isComment="true"/>
      <outline text="A" xmlUrl="https://a.example/"></outline>
      <outline text="Asia"><outline text="B" xmlUrl="https://b.example/"/></outline></outline>
      <outline text="C" xmlUrl="https://c.example/"/></body></opml>
      """
    #expect(
      try OPML.parse(Array(text.utf8)).subscriptions.map(\.groups) == [
        ["Press"], ["Press", "Asia"], [],
      ])
  }

  @Test func `a list in another encoding is read, and stray bytes with it`() throws {
    let start = Array("<opml><body><outline text='".utf8)
    let end = Array("' xmlUrl='http://a.example/'/></body></opml>".utf8)
    let wide = Array("<opml><outline text='新闻' xmlUrl='http://a.example/'/></opml>".utf16)
    let lists: [([UInt8], String)] = [
      (start + Array("caf".utf8) + [0xE9] + Array(" Zürich".utf8) + end, "café Zürich"),
      (
        Array("<?xml version='1.0' encoding='gbk'?>".utf8) + start + [0xD0, 0xC2, 0xCE, 0xC5] + end,
        "新闻"
      ),
      ([0xFF, 0xFE] + wide.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, "新闻"),
    ]
    for (bytes, title) in lists {
      #expect(try OPML.parse(bytes).subscriptions.map(\.title) == [title])
    }
  }

  @Test func `outlines in outlines without end cost neither stack nor patience`() throws {
    let text = String(repeating: "<outline text='a' xmlUrl='http://a.example/'>", count: 200_000)
    #expect(try OPML.parse(Array(text.utf8)).subscriptions.count == FeedLimits.standard.depth)
  }

  @Test(arguments: ["", "iron", "<rss/>", "<html><body>x</body></html>"])
  func `what is no list is refused`(_ text: String) {
    #expect(throws: FeedError.self) { try OPML.parse(Array(text.utf8)) }
  }
}
