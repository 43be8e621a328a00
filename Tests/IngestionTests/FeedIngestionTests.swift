import EventCoding
import EventLog
import EventModel
import FeedParsing
import Foundation
import Ingestion
import JSONText
import Projections
import TestSupport
import Testing

@Suite struct FeedIngestionTests {
  let store: TemporaryStore

  init() throws { store = try TemporaryStore() }

  /// A feed with these items: id, title, day of May 2023.
  func feed(_ items: [(id: String, title: String, day: Int)], named name: String = "Wire") throws
    -> Feed
  {
    let entries = items.map { item in
      """
      <item><guid>\(item.id)</guid><title>\(item.title)</title><link>https://example.org/\(item.id)\
      </link><pubDate>\(item.day) May 2023 09:00:00 GMT</pubDate></item>
      """
    }
    let text = """
      <rss version="2.0"><channel><title>\(name)</title><link>https://example.org/\(name)</link>\
      \(entries.joined())</channel></rss>
      """
    return try FeedParser.parse(Array(text.utf8))
  }

  func ingest(_ feeds: Feed...) throws -> Appended {
    var ingestion = FeedIngestion(into: store.store, coder: EventCoder())
    return try feeds.reduce(Appended()) { sum, feed in
      sum + (try ingestion.ingest(feed, named: "test", now: store.now))
    }
  }

  static let raise = (id: "1", title: "Anthropic raises $450 million in Series C", day: 15)

  @Test func `reading a feed again appends nothing`() throws {
    let feed = try feed([Self.raise, ("2", "How to cook rice", 16)])
    #expect(try ingest(feed).items == 2)
    #expect(try ingest(feed).records == 0)
  }

  @Test func `an edited item is one revision, once`() throws {
    _ = try ingest(feed([Self.raise]))
    let edited = try feed([("1", "Anthropic raises $450 million", 15)])
    #expect(try ingest(edited).revisions == 1)
    #expect(try ingest(edited).records == 0)
  }

  func events() throws -> [EventView] {
    try store.store.ask { try $0.events(matching: ReportFilter(), order: .recorded) }
  }

  func amounts() throws -> [String] {
    try events().flatMap(\.event.amounts).map { "\($0.value)" }
  }

  @Test func `an edited headline amends its event at once, and the log keeps what it said`() throws
  {
    _ = try ingest(feed([Self.raise]))
    let id = try events()[0].id
    let appended = try ingest(feed([("1", "Anthropic raises $450,000 in Series C", 15)]))
    #expect((appended.revisions, appended.amendments, appended.events) == (1, 1, 0))
    #expect(try amounts() == ["450000"])
    #expect(try events()[0].id == id)
    #expect(try events()[0].head.report.mention.title == "Anthropic raises $450,000 in Series C")
    let before = try store.store.ask(asOf: .position(2)) { snapshot in
      try snapshot.events(matching: ReportFilter(), order: .recorded).flatMap(\.event.amounts)
    }
    #expect(before.map { "\($0.value)" } == ["450000000"])
    #expect(try store.store.recode(with: EventCoder(), now: store.now).records == 0)
    #expect(try store.write { try Projector.verify($0) } == [])
  }

  @Test func `an edit that tells the same amends nothing, one that tells nothing takes it back`()
    throws
  {
    _ = try ingest(feed([Self.raise]))
    #expect(try ingest(feed([("1", Self.raise.title, 16)])).amendments == 0)
    #expect(try ingest(feed([("1", "How to cook rice", 16)])).amendments == 1)
    #expect(try events().isEmpty)
    #expect(try ingest(feed([("1", "OpenAI launches GPT-9", 16)])).events == 1)
  }

  @Test func `a headline that is about something else does not turn its event into another`() throws
  {
    _ = try ingest(feed([("1", "OpenAI launches GPT-9", 15)]))
    let id = try events()[0].id
    let appended = try ingest(feed([("1", "Google releases Gemini 8", 15)]))
    #expect((appended.events, appended.amendments) == (1, 1))
    #expect(try events().map(\.event.title) == ["Google releases Gemini 8"])
    #expect(try events()[0].id != id)
    #expect(try store.store.recode(with: EventCoder(), now: store.now).records == 0)
  }

  @Test func `an actor that was put right is put right in the event`() throws {
    _ = try ingest(feed([Self.raise]))
    let id = try events()[0].id
    let appended = try ingest(feed([("1", "Mistral raises $450 million in Series C", 15)]))
    #expect((appended.events, appended.amendments) == (0, 1))
    #expect(try events().map(\.id) == [id])
  }

  @Test func `what a person has put right stays when the headline is edited`() throws {
    _ = try ingest(feed([Self.raise]))
    let amendment = EventAmendment(
      of: try events()[0].id, .fields(try EventPatch([JSON.Member("title", "Right")])),
      author: .person, reason: "seen")
    try store.append([NewRecord(id: .named("ed"), change: .eventAmended(amendment))])
    _ = try ingest(feed([("1", "Anthropic raises $450,000 in Series C", 15)]))
    #expect(try events()[0].event.title == "Right")
    #expect(try amounts() == ["450000"])
  }

  @Test func `an undated item that is edited keeps the day on which it was first seen`() throws {
    func feed(_ title: String) throws -> Feed {
      let item = "<item><guid>1</guid><title>\(title)</title></item>"
      let text = "<rss version='2.0'><channel><title>Wire</title>\(item)</channel></rss>"
      return try FeedParser.parse(Array(text.utf8))
    }
    var ingestion = FeedIngestion(into: store.store, coder: EventCoder())
    _ = try ingestion.ingest(feed(Self.raise.title), named: "t", now: store.now)
    let later = Instant(milliseconds: store.now.milliseconds + 5 * 86_400_000)
    let edited = try feed("Anthropic raises $450,000 in Series C")
    #expect(try ingestion.ingest(edited, named: "t", now: later).amendments == 1)
    #expect(try events().map(\.date) == [.edtf("2026-11-23")])
  }

  @Test func `a report is compared with what an edited headline says now`() throws {
    var ingestion = FeedIngestion(into: store.store, coder: EventCoder())
    func ingest(_ feed: Feed) throws -> Appended {
      try ingestion.ingest(feed, named: "t", now: store.now)
    }
    _ = try ingest(feed([("1", "OpenAI opens an office in Tokyo", 15)]))
    #expect(try ingest(feed([Self.raise])).events == 1)
    let other = ("9", "Anthropic raises $450 million to build safer AI", 16)
    let later = try ingest(feed([other], named: "Courier"))
    #expect((later.events, later.mentions) == (0, 1))
  }

  @Test func `a report is not compared with what an edited headline said before`() throws {
    var ingestion = FeedIngestion(into: store.store, coder: EventCoder())
    func ingest(_ feed: Feed) throws -> Appended {
      try ingestion.ingest(feed, named: "t", now: store.now)
    }
    _ = try ingest(feed([Self.raise]))
    _ = try ingest(feed([("1", "OpenAI opens an office in Tokyo", 15)]))
    let other = ("9", "Anthropic raises $450 million to build safer AI", 16)
    let later = try ingest(feed([other], named: "Courier"))
    #expect((later.events, later.mentions) == (1, 1))
  }

  @Test func `a report of the same feed is not compared with what its edited headline said before`()
    throws
  {
    var ingestion = FeedIngestion(into: store.store, coder: EventCoder())
    _ = try ingestion.ingest(feed([Self.raise]), named: "t", now: store.now)
    let edited = ("1", "OpenAI opens an office in Tokyo", 15)
    let again = ("9", Self.raise.1, 15)
    let later = try ingestion.ingest(feed([edited, again]), named: "t", now: store.now)
    #expect(later.titles == [edited.1, again.1])
  }

  @Test func `an edit of anything but the text codes nothing again`() throws {
    func ingest(at path: String, with toml: String) throws -> Appended {
      let text = """
        <rss version="2.0"><channel><title>Wire</title><item><guid>1</guid><title>Zyntho yeets it\
        </title><link>https://wire.example/\(path)</link></item></channel></rss>
        """
      let coder = EventCoder(try CodingDictionary(adding: [("mine.toml", toml)]))
      var ingestion = FeedIngestion(into: store.store, coder: coder)
      return try ingestion.ingest(
        FeedParser.parse(Array(text.utf8)), named: "t", now: store.now)
    }
    let words = """
      actors.company.Zyntho = []
      events.product-release.decisive = ["yeets"]
      """
    #expect(try ingest(at: "one", with: "").items == 1)
    let appended = try ingest(at: "two", with: words)
    #expect((appended.revisions, appended.events) == (1, 0))
  }

  @Test(arguments: ["https://bob:hunter2@example.org/feed", "https://example.org/feed?token=t0k"])
  func `a feed whose identity held a secret stays the same feed without it`(identity: String) throws
  {
    // As earlier versions wrote it.
    let item = ItemObservation(
      feed: identity, feedTitle: "Wire", key: "id:1", url: "https://example.org/1",
      title: Self.raise.title, claimed: "15 May 2023 09:00:00 GMT")
    try store.append([
      NewRecord(id: .naming("item", item.feed, item.key), change: .itemObserved(item))
    ])
    var ingestion = FeedIngestion(into: store.store, coder: EventCoder())
    let appended = try ingestion.ingest(
      feed([Self.raise]), named: "test", identity: Redaction.address(identity), now: store.now)
    #expect(appended.records == 0)
  }

  @Test(arguments: [
    """
    <rss version="2.0"><channel><title>Casts</title><item><guid isPermaLink="false">ep1</guid>
    <title>Episode 1: Acme Robotics raises $20 million</title>
    <pubDate>Mon, 15 May 2023 09:00:00 GMT</pubDate>
    <enclosure url="https://cdn.example/1.mp3?modified=#" length="0" type="audio/mpeg"/></item>
    </channel></rss>
    """,
    """
    <feed xmlns="http://www.w3.org/2005/Atom"><id>yt:channel:1</id><title>Casts</title><entry>
    <id>yt:video:1</id><title>Acme Robotics raises $20 million</title>
    <link rel="alternate" href="https://video.example/watch?v=1"/>
    <published>2023-05-15T09:00:00Z</published><updated>2023-05-2#T09:00:00Z</updated></entry></feed>
    """,
  ])
  func `where its sound lies and when it was touched make no item new`(feed: String) throws {
    let polls = try ["1", "2", "1"].map { poll in
      try ingest(FeedParser.parse(Array(feed.replacing("#", with: poll).utf8)))
    }
    #expect(polls.map(\.items) == [1, 0, 0])
    #expect(polls.map(\.records) == [polls[0].records, 0, 0])
    #expect(try events().map(\.date) == [.edtf("2023-05-15")])
  }

  @Test func `an item that left and came back is not news`() throws {
    let whole = try feed([Self.raise, ("2", "Rain tomorrow", 16)])
    _ = try ingest(whole)
    #expect(try ingest(feed([("2", "Rain tomorrow", 16)])).records == 0)
    #expect(try ingest(whole).records == 0)
  }

  @Test func `two feeds that tell one event give one event with two mentions`() throws {
    let other = ("9", "Anthropic raises $450 million to build safer AI", 16)
    let appended = try ingest(feed([Self.raise]), feed([other], named: "Courier"))
    #expect((appended.events, appended.mentions) == (1, 2))
  }

  /// The titles that are one event, in whatever order feeds came.
  @Test func `what is one event does not depend on what was read first`() throws {
    let feeds = try [
      [("1", "Zyntho opens Quillmark data centre in Reykjavik", 15)],
      [("2", "Vorticon buys Brambleton chip plant", 15)],
      [
        (
          "3",
          "Zyntho opens Quillmark data centre in Reykjavik, Vorticon buys Brambleton chip plant",
          15
        )
      ],
      [("4", "Anthropic raises $450 million in Series C", 16)],
      [("5", "Anthropic raises $450 million in Series C round", 17)],
    ].enumerated().map { try feed($1, named: "Wire \($0)") }
    for _ in 0..<6 {
      let store = try TemporaryStore()
      for feed in feeds.shuffled() {
        var ingestion = FeedIngestion(into: store.store, coder: EventCoder())
        _ = try ingestion.ingest(feed, named: "test", now: store.now)
      }
      let titles = try store.store.read { transaction in
        let snapshot = try Snapshot(of: transaction)
        return try snapshot.events(matching: ReportFilter(), order: .occurred).map {
          Set($0.accounts.compactMap(\.report.mention.title))
        }
      }
      #expect(titles.map(\.count).sorted() == [2, 3], "\(titles)")
    }
  }

  @Test func `mentions are found across runs`() throws {
    _ = try ingest(feed([Self.raise]))
    let other = ("9", "Anthropic raises $450 million to build safer AI", 16)
    let later = try ingest(feed([other], named: "Courier"))
    #expect((later.events, later.mentions) == (0, 1))
  }

  @Test func `a feed that flips for ever is stopped by the budget`() throws {
    for round in 0..<40 { _ = try ingest(feed([("1", "Visitors: \(round)", 15)])) }
    let head = try store.store.ask { $0.position }
    #expect(head == 25)
  }

  @Test func `a date in the future is not believed, that of tomorrow is`() throws {
    func published(_ day: String) throws -> [PartialDate?] {
      let store = try TemporaryStore()
      let text = """
        <rss version="2.0"><channel><title>Wire</title><item><guid>1</guid>\
        <title>\(Self.raise.title)</title><pubDate>\(day) Nov 2026 09:00:00 GMT</pubDate></item>\
        </channel></rss>
        """
      var ingestion = FeedIngestion(into: store.store, coder: EventCoder())
      _ = try ingestion.ingest(FeedParser.parse(Array(text.utf8)), named: "t", now: store.now)
      return try store.store.ask { try $0.events(matching: ReportFilter(), order: .recorded) }
        .map(\.head.report.mention.published)
    }
    #expect(try published("23") == [.edtf("2026-11-23")])
    #expect(try published("24") == [.edtf("2026-11-24")])
    #expect(try published("25") == [.edtf("2026-11-23")])
  }

  /// The titles, and the days of the source, of what one item with these elements tells.
  func told(by elements: String) throws -> [(title: String, published: PartialDate?)] {
    let store = try TemporaryStore()
    let text =
      "<rss version='2.0'><channel><title>Wire</title><item>\(elements)</item></channel></rss>"
    var ingestion = FeedIngestion(into: store.store, coder: EventCoder())
    _ = try ingestion.ingest(FeedParser.parse(Array(text.utf8)), named: "t", now: store.now)
    return try store.store.ask { try $0.events(matching: ReportFilter(), order: .recorded) }
      .map { ($0.head.report.event.title, $0.head.report.mention.published) }
  }

  @Test(arguments: [
    "<pubDate>Mon, 01 Jan 0001 00:00:00 +0000</pubDate>",
    "<pubDate>Thu, 01 Jan 1970 00:00:00 GMT</pubDate>", "<pubDate>1405-02-03</pubDate>",
    "<pubDate>2069-05-03</pubDate>", "<pubDate>2569-05-03</pubDate>",
  ])
  func `an impossible date is not believed: updated is, or else the day it was seen`(
    _ date: String
  ) throws {
    let title = "<title>\(Self.raise.title)</title>"
    let updated = "<updated xmlns='http://www.w3.org/2005/Atom'>2026-11-16T09:00:00Z</updated>"
    #expect(try told(by: title + date).map(\.published) == [.edtf("2026-11-23")])
    #expect(try told(by: title + date + updated).map(\.published) == [.edtf("2026-11-16")])
  }

  @Test func `an item without a title is coded from its first sentence`() throws {
    let text = "&lt;p&gt;OpenAI launches GPT-9 today. Our cat sleeps.&lt;/p&gt;"
    #expect(
      try told(by: "<description>\(text)</description>").map(\.title)
        == ["OpenAI launches GPT-9 today."])
    #expect(
      try told(by: "<description>百度发布文心大模型5.0。今天天气很好。</description>").map(\.title)
        == ["百度发布文心大模型5.0。"])
  }

  @Test(arguments: [
    "🚀 Google launches Gemini 8 today", "百度发布文心大模型5.0 🎉", "OpenAI launches GPT-9 for 𠮷野家",
    "百度宣佈完成「百億」融資，估值3萬億圓 — “Ernie” it’s 5–6 ￥",
    "OpenAI raises “$5 billion” — it’s official – today",
  ])
  func `an event bears the title as it was published`(_ title: String) throws {
    #expect(try told(by: "<title>\(title)</title>").map(\.title) == [title])
  }

  @Test func `what another process has appended is compared with as well`() throws {
    var first = FeedIngestion(into: store.store, coder: EventCoder())
    // It reads the days around before the other process tells of the event.
    _ = try first.ingest(
      feed([("5", "OpenAI opens an office in Tokyo", 15)]), named: "t", now: store.now)
    _ = try ingest(feed([Self.raise], named: "Courier"))
    let other = ("9", "Anthropic raises $450 million to build safer AI", 16)
    let later = try first.ingest(feed([other], named: "Gazette"), named: "t", now: store.now)
    #expect((later.events, later.mentions) == (0, 1))
  }

  @Test func `a headline is compared with the first event of an item, in one run as in two`() throws
  {
    let both = try feed([("1", "OpenAI acquires Rockset, names new chief executive", 15)])
    let second = try feed([("2", "OpenAI names new chief executive", 15)], named: "Courier")
    #expect(try ingest(both).events == 2)
    _ = try ingest(second)
    let other = try TemporaryStore()
    var ingestion = FeedIngestion(into: other.store, coder: EventCoder())
    for feed in [both, second] {
      _ = try ingestion.ingest(feed, named: "test", now: other.now)
    }
    #expect(try store.store.ask { $0.head } == other.store.ask { $0.head })
  }

  @Test func `a state that comes back is not news, a third one is`() throws {
    _ = try ingest(feed([("1", "First words", 15)]))
    #expect(try ingest(feed([("1", "Second words", 15)])).revisions == 1)
    #expect(try ingest(feed([("1", "First words", 15)])).records == 0)
    #expect(try ingest(feed([("1", "Second words", 15)])).records == 0)
    #expect(try ingest(feed([("1", "Third words", 15)])).revisions == 1)
  }

  @Test func `a dry run leaves the store as it is`() throws {
    var ingestion = FeedIngestion(into: store.store, coder: EventCoder(), isDryRun: true)
    #expect(try ingestion.ingest(feed([Self.raise]), named: "test", now: store.now).items == 1)
    #expect(try store.store.ask { $0.position } == 0)
  }

  @Test func `coding again with the same dictionary appends nothing`() throws {
    _ = try ingest(feed([Self.raise, ("2", "百度发布文心大模型", 16)]))
    #expect(try store.store.recode(with: EventCoder(), now: store.now).records == 0)
    #expect(try store.write { try Projector.verify($0) } == [])
  }
}
