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

  @Test(arguments: ["", "iron", "<rss/>", "<html><body>x</body></html>"])
  func `what is no list is refused`(_ text: String) {
    #expect(throws: FeedError.self) { try OPML.parse(Array(text.utf8)) }
  }
}
