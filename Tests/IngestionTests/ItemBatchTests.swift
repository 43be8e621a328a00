import EventCoding
import EventLog
import EventModel
import FeedParsing
import Ingestion
import Projections
import TestSupport
import Testing

/// What a feed makes of the log does not depend on how many of its items are appended at once.
@Suite struct ItemBatchTests {
  typealias Item = (id: String, title: String, day: Int)

  static let news: [Item] = [
    ("1", "Sources: Amazon in talks to acquire Zyntho Robotics for $300M", 1),
    ("2", "OpenAI opens an office in Tokyo", 2),
    ("3", "Amazon acquires Zyntho Robotics for $300M", 20),
    ("4", "Amazon buys Zyntho Robotics in $300M deal", 21),
    ("5", "How to cook rice", 21),
    ("6", "Anthropic raises $450 million in Series C", 22),
    ("7", "Anthropic raises $450M in Series C round led by Spark", 23),
    ("8", "Amazon denies it is in talks to acquire Quillmark Systems", 24),
    ("9", "Sources: Amazon in talks to acquire Quillmark Systems", 20),
  ]

  /// Two events that no report says are one, and then a report that tells the same as both.
  static let bridged: [Item] = [
    ("1", "Nvidia unveils Vexilar chip for data centers in Taipei", 10),
    ("2", "Nvidia unveils Vexilar chip for data centers in Taipei show", 15),
    ("3", "Nvidia unveils Vexilar chip for data centers in Taipei today", 13),
    ("4", "Nvidia unveils Vexilar chip for data centers in Taipei again", 12),
  ]

  private func feed(_ items: [Item]) throws -> Feed {
    let entries = items.map { item in
      """
      <item><guid>\(item.id)</guid><title>\(item.title)</title>\
      <pubDate>\(item.day) May 2023 09:00:00 GMT</pubDate></item>
      """
    }
    return try FeedParser.parse(
      Array(
        "<rss version=\"2.0\"><channel><title>Wire</title>\(entries.joined())</channel></rss>".utf8)
    )
  }

  private func log(of feeds: [Feed]) throws -> (hash: String, kinds: [String]) {
    let store = try TemporaryStore()
    var ingestion = FeedIngestion(into: store.store, coder: EventCoder())
    for feed in feeds {
      _ = try ingestion.ingest(feed, named: "t", identity: "wire", now: store.now)
    }
    #expect(try store.store.write { try Projector.verify($0) } == [])
    return try store.store.ask { snapshot in
      var kinds: [String] = []
      try snapshot.forEachRecord { kinds.append($0.type.name) }
      return ("\(snapshot.head)", kinds)
    }
  }

  /// The same items as they are served later: some have been edited, and new ones stand among them.
  static func later(_ items: [Item]) -> [Item] {
    items.flatMap { item -> [Item] in
      [
        ("new " + item.id, item.title + " again", item.day),
        (item.id, item.title.replacing("4", with: "9").replacing("$3", with: "$8"), item.day),
      ]
    }
  }

  @Test(arguments: [news, news.reversed(), bridged, bridged.reversed()])
  func `a feed makes the same log whole and an item at a time`(items: [Item]) throws {
    let rounds = [items, Self.later(items)]
    let whole = try log(of: rounds.map(feed))
    let single = try log(of: rounds.joined().map { try feed([$0]) })
    #expect(whole.kinds == single.kinds)
    #expect(whole.hash == single.hash)
  }

  @Test func `the feeds of these tests tell of every way in which items hang together`() throws {
    let kinds = try Set(
      [Self.news, Self.bridged].flatMap { try log(of: [feed($0), feed(Self.later($0))]).kinds })
    #expect(
      kinds.isSuperset(of: [
        "item.observed", "item.revised", "event.reported", "event.mentioned", "event.amended",
        "events.linked", "events.merged",
      ]), "\(kinds)")
  }
}
