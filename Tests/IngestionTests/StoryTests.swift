import EventCoding
import EventLog
import EventModel
import FeedParsing
import Foundation
import Ingestion
import Projections
import TestSupport
import Testing

/// Rumours and what became of them, from feeds.
@Suite struct StoryTests {
  static let items = [
    ("1", "Sources: Amazon in talks to acquire Zyntho Robotics for $300M", 1),
    ("2", "Amazon acquires Zyntho Robotics for $300M", 20),
    ("3", "OpenAI opens an office in Tokyo", 21),
    ("4", "Amazon denies it is in talks to acquire Quillmark Systems", 22),
    ("5", "Sources: Amazon in talks to acquire Quillmark Systems", 18),
  ]

  func feed(_ item: (id: String, title: String, day: Int)) throws -> Feed {
    let text = """
      <rss version="2.0"><channel><title>Wire \(item.id)</title><item><guid>\(item.id)</guid>\
      <title>\(item.title)</title><pubDate>\(item.day) May 2023 09:00:00 GMT</pubDate></item>\
      </channel></rss>
      """
    return try FeedParser.parse(Array(text.utf8))
  }

  /// `earlier → later` by the days of May on which they were told.
  func links(in store: Store) throws -> [String] {
    try store.ask { snapshot in
      let events = try snapshot.events(matching: ReportFilter(), order: .occurred)
      let links = try events.flatMap { try snapshot.links(of: $0) }
      func day(_ number: Int64) throws -> String {
        try snapshot.event(number)?.head.report.mention.published?.text.suffix(2).description ?? "?"
      }
      return Set(
        try links.map { "\(try day($0.earlier)) → \(try day($0.later)) \($0.link.stage)" }
      ).sorted()
    }
  }

  @Test func `a rumour is linked to what became of it, whatever came first`() throws {
    for order in [[0, 1, 2, 3, 4], [4, 3, 2, 1, 0], [1, 4, 0, 3, 2], [3, 0, 4, 2, 1]] {
      for isOneProcess in [true, false] {
        let store = try TemporaryStore()
        var ingestion = FeedIngestion(into: store.store, coder: EventCoder())
        for place in order {
          if !isOneProcess { ingestion = FeedIngestion(into: store.store, coder: EventCoder()) }
          _ = try ingestion.ingest(feed(Self.items[place]), named: "t", now: store.now)
        }
        #expect(try links(in: store.store) == ["01 → 20 confirms", "18 → 22 denies"], "\(order)")
      }
    }
  }

  /// Of the later stage, and of the earlier before the later came.
  @Test(arguments: [
    [items[0], items[1], ("6", "Amazon buys Zyntho Robotics in $300M deal", 21)],
    [
      items[0], ("7", "Amazon in talks to acquire Zyntho Robotics for $300M: sources", 2),
      items[1],
    ],
  ])
  func `one more report of a stage is not linked again`(items: [(String, String, Int)]) throws {
    let store = try TemporaryStore()
    var ingestion = FeedIngestion(into: store.store, coder: EventCoder())
    for item in items { _ = try ingestion.ingest(feed(item), named: "t", now: store.now) }
    let events = try store.store.ask { try $0.events(matching: ReportFilter(), order: .occurred) }
    #expect(events.map(\.accounts.count).sorted() == [1, 2])
    let told = try store.store.ask { snapshot in
      var links = 0
      try snapshot.forEachRecord { if case .eventsLinked = $0.change { links += 1 } }
      return links
    }
    #expect(told == 1)
  }
}
