import EventCoding
import EventLog
import FeedParsing
import Ingestion
import TestSupport
import Testing

/// Feeds served twice: what of the second poll is new, what is an old item in a new state.
@Suite struct ItemIdentityTests {
  struct Entry {
    var id: String?
    var title = ""
    var link: String?
    var date: String?

    var xml: String {
      let parts = [
        id.map { "<guid isPermaLink=\"false\">\($0)</guid>" },
        title.isEmpty ? nil : "<title>\(title)</title>", link.map { "<link>\($0)</link>" },
        date.map { "<pubDate>\($0) Nov 2026 09:00:00 GMT</pubDate>" },
      ]
      return "<item>\(parts.compactMap(\.self).joined())</item>"
    }
  }

  struct Case: CustomTestStringConvertible {
    let name: String
    let first: [Entry]
    let second: [Entry]
    let items: Int
    var revisions = 0
    var testDescription: String { name }
  }

  static let home = "https://foundry.example/"
  static let page = "https://foundry.example/releases"

  static let kept = [
    Case(
      name: "a page of the latest release",
      first: [Entry(id: "r1", title: "Kiln 4 melts", link: page, date: "16")],
      second: [Entry(id: "r2", title: "Ladle 7 pours", link: page, date: "17")], items: 1),
    Case(
      name: "a latest release without guid",
      first: [Entry(title: "Kiln 4 melts", link: page, date: "16")],
      second: [Entry(title: "Ladle 7 pours", link: page, date: "17")], items: 1),
    Case(
      name: "everything links to the home page, and is titled alike",
      first: [Entry(id: "s1", title: "All furnaces run", link: home, date: "16")],
      second: [Entry(id: "s2", title: "All furnaces run", link: home, date: "17")], items: 1),
    Case(
      name: "releases of one day on one page of changes",
      first: [Entry(id: "\(page)#v1", title: "Version 1", link: "\(page)#v1", date: "16")],
      second: [Entry(id: "\(page)#v2", title: "Version 2", link: "\(page)#v2", date: "16")],
      items: 1),
    Case(
      name: "the same without guid",
      first: [Entry(title: "Version 1", link: "\(page)#v1", date: "16")],
      second: [Entry(title: "Version 2", link: "\(page)#v2", date: "17")], items: 1),
    Case(
      name: "a parameter that is the page",
      first: [Entry(title: "Kiln 4 melts", link: "\(page)?from=2026-11-16", date: "16")],
      second: [Entry(title: "Ladle 7 pours", link: "\(page)?from=2026-11-17", date: "17")], items: 1
    ),
    Case(
      name: "undated equal titles under two ids",
      first: [Entry(id: "1", title: "Daily casting")],
      second: [Entry(id: "2", title: "Daily casting")], items: 1),
    Case(
      name: "undated equal titles on two pages",
      first: [Entry(title: "Daily casting", link: "\(home)1")],
      second: [Entry(title: "Daily casting", link: "\(home)2")], items: 1),
    Case(
      name: "guids that say there is none",
      first: [Entry(id: "N/A", title: "Kiln 4 melts", link: "\(home)1", date: "16")],
      second: [Entry(id: "N/A", title: "Ladle 7 pours", link: "\(home)2", date: "17")], items: 1),
    Case(
      name: "only the date is shared",
      first: [Entry(id: "1", title: "Kiln 4 melts", link: "\(home)1", date: "16")],
      second: [Entry(id: "2", title: "Ladle 7 pours", link: "\(home)2", date: "16")], items: 1),
  ]

  static let same = [
    Case(
      name: "http becomes https",
      first: [
        Entry(id: "http://foundry.example/1", title: "Kiln 4", link: "http://foundry.example/1")
      ],
      second: [
        Entry(
          id: "https://foundry.example/1", title: "Kiln 4 melts", link: "https://foundry.example/1")
      ], items: 0, revisions: 1),
    Case(
      name: "an id loses its slash",
      first: [Entry(id: "\(home)1/", title: "Kiln 4", link: "\(home)1/")],
      second: [Entry(id: "\(home)1", title: "Kiln 4", link: "\(home)1")], items: 0, revisions: 1),
    Case(
      name: "a guid of another version of the page",
      first: [Entry(id: "\(home)1#0", title: "Kiln 4", link: "\(home)1?at_medium=RSS", date: "16")],
      second: [
        Entry(id: "\(home)1#3", title: "Kiln 4 melts", link: "\(home)1?at_medium=RSS", date: "16")
      ],
      items: 0, revisions: 1),
    Case(
      name: "a random guid",
      first: [Entry(id: "a81", title: "Kiln 4", link: "\(home)1")],
      second: [Entry(id: "c07", title: "Kiln 4", link: "\(home)1")], items: 0),
    Case(
      name: "another slug",
      first: [Entry(id: "\(home)kiln", title: "Kiln 4", link: "\(home)kiln", date: "16")],
      second: [Entry(id: "\(home)kiln-4", title: "Kiln 4", link: "\(home)kiln-4", date: "16")],
      items: 0, revisions: 1),
    Case(
      name: "an edited headline without guid",
      first: [Entry(title: "Kiln 4", link: "\(home)1", date: "16")],
      second: [Entry(title: "Kiln 4 melts", link: "\(home)1", date: "16")], items: 0, revisions: 1),
    Case(
      name: "an edited headline without guid and date",
      first: [Entry(title: "Kiln 4", link: "\(home)1")],
      second: [Entry(title: "Kiln 4 melts", link: "\(home)1")], items: 0, revisions: 1),
    Case(
      name: "the same guid of another headline, page and day",
      first: [Entry(id: "1", title: "Kiln 4", link: "\(home)1", date: "16")],
      second: [Entry(id: "1", title: "Ladle 7", link: "\(home)2", date: "17")], items: 0,
      revisions: 1),
    Case(
      name: "many items, one of them submitted again under another id",
      first: many,
      second: many.dropLast() + [
        Entry(id: "99", title: "Item 12, told anew", link: "\(home)12", date: "18")
      ], items: 0, revisions: 1),
    Case(
      name: "a page that another medium refers to",
      first: [Entry(title: "Kiln 4", link: "\(home)1?from=rss")],
      second: [Entry(title: "Kiln 4", link: "\(home)1?from=timeline")], items: 0, revisions: 1),
  ]

  static let many = (1...12).map {
    Entry(id: "\($0)", title: "Item \($0)", link: "\(home)\($0)", date: "16")
  }

  @Test(arguments: kept + same)
  func `no item is swallowed and none comes twice`(_ feed: Case) throws {
    let store = try TemporaryStore()
    var ingestion = FeedIngestion(into: store.store, coder: EventCoder())
    func ingest(_ entries: [Entry]) throws -> Appended {
      let text = """
        <rss version="2.0"><channel><title>Foundry</title><link>\(Self.home)</link>\
        \(entries.map(\.xml).joined())</channel></rss>
        """
      return try ingestion.ingest(
        FeedParser.parse(Array(text.utf8)), named: "test", now: store.now)
    }
    #expect(try ingest(feed.first).items == feed.first.count)
    let second = try ingest(feed.second)
    #expect((second.items, second.revisions) == (feed.items, feed.revisions))
    #expect(try ingest(feed.second).records == 0)
    #expect(try ingest(feed.first).items == 0)
  }
}
