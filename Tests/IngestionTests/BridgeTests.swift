import EventCoding
import EventLog
import EventModel
import FeedParsing
import Ingestion
import JSONText
import Projections
import TestSupport
import Testing

/// Two events that turn out to be one when a report comes that tells the same as both.
@Suite struct BridgeTests {
  let store: TemporaryStore

  init() throws { store = try TemporaryStore() }

  private func ingest(_ words: String, day: Int) throws {
    let title = "Nvidia unveils Vexilar chip for data centers in Taipei \(words)"
    let text = """
      <rss version="2.0"><channel><title>Wire \(day)</title><item><guid>\(day)</guid>\
      <title>\(title)</title><pubDate>\(day) May 2023 09:00:00 GMT</pubDate></item></channel></rss>
      """
    var ingestion = FeedIngestion(into: store.store, coder: EventCoder())
    _ = try ingestion.ingest(FeedParser.parse(Array(text.utf8)), named: "t", now: store.now)
  }

  private func events() throws -> [EventView] {
    try store.store.ask { try $0.events(matching: ReportFilter(), order: .recorded) }
  }

  @Test(arguments: [false, true])
  func `a report between two makes them one, but for what a person has touched`(isTouched: Bool)
    throws
  {
    try ingest("", day: 10)
    try ingest("show", day: 15)
    #expect(try events().count == 2)
    if isTouched {
      let amendment = EventAmendment(
        of: try events()[1].id, .fields(try EventPatch([JSON.Member("title", "Right")])),
        author: .person, reason: "seen")
      try store.append([NewRecord(id: .named("ed"), change: .eventAmended(amendment))])
    }
    try ingest("today", day: 12)
    #expect(try events().count == (isTouched ? 2 : 1))
    #expect(try events().flatMap(\.accounts).count == 3)
  }
}
