import EventLog
import EventModel
import Forecasting
import Ingestion
import JSONText
import Projections
import Querying
import TestSupport
import Testing

@Suite struct LedgerTests {
  let store: TemporaryStore

  init() throws { store = try TemporaryStore() }

  /// A sequence whose phases begin in these years, each statement published that year.
  func learn(_ years: [Int], now: String) throws {
    let rows = years.map { year in
      """
      {"id":"p\(year)","sequence":"s","phase":"P\(year)","began":"\(year)","published":"\(year)",\
      "source":"test"}
      """
    }
    let book = EventBook(file: "s.jsonl", bytes: Array(rows.joined(separator: "\n").utf8))
    #expect(try book.findings() == [])
    _ = try store.store.importBooks([book], now: Instant(now)!)
  }

  func record(asOf day: String) throws -> RecordID {
    let issue = try store.store.ask { snapshot in
      try ForecastAnswer(Question(snapshot, asOf: CivilDay(day)!).forecastInput("s"))
        .issue(position: snapshot.position)
    }
    return try store.store.issue(#require(issue), now: Instant(day)!).id
  }

  func rows() throws -> [LedgerRow] {
    try store.store.ask { try Question($0, asOf: CivilDay("2030-01-01")!).ledger() }
  }

  @Test func `a forecast resolves and scores itself when the next phase is logged`() throws {
    try learn([1950, 1970, 1985, 1997], now: "2000-01-01")
    let id = try record(asOf: "2000-01-01")
    #expect(try rows().map(\.standing) == [.undecided])
    try learn([1950, 1970, 1985, 1997, 2006], now: "2007-01-01")
    let row = try #require(try rows().first)
    #expect(row.id == id)
    #expect(row.standing == .resolved)
    #expect(abs(try #require(row.resolution?.value) - 9) < 0.01)
    let score = try #require(row.score)
    #expect(0 < score.pit && score.pit < 1 && score.crps.isFinite)
  }

  @Test func `a forecast tells those made before it, whatever became of them`() throws {
    try learn([1950, 1970, 1985, 1997], now: "2000-01-01")
    let id = try record(asOf: "2000-01-01")
    try learn([1950, 1970, 1985, 1997, 2006], now: "2007-01-01")
    func earlier(asOf day: String) throws -> [JSON] {
      try store.store.ask { snapshot in
        let question = Question(snapshot, asOf: CivilDay(day)!)
        let arguments = try Arguments(["sequence": ["s"]], for: .forecast)
        return try question.forecast(arguments).json["earlier"]?.elements ?? []
      }
    }
    let (then, now) = try (earlier(asOf: "2000-01-01"), earlier(asOf: "2007-01-01"))
    #expect(then == [])
    let told = try #require(now.first)
    #expect(told["id"]?.string == id.description)
    #expect(told["phase"] == "P1997")
    let ends = try #require(told["interval80"]?.elements).compactMap(\.string)
    let median = try #require(told["median"]?.string)
    #expect(ends.count == 2 && ends[0] < median && median < ends[1])
  }

  @Test func `the log as it stood gives the recorded law again, bit for bit`() throws {
    try learn([1950, 1970, 1985, 1997], now: "2000-01-01")
    _ = try record(asOf: "2000-01-01")
    try learn([1950, 1970, 1985, 1997, 2006], now: "2007-01-01")
    _ = try record(asOf: "2008-01-01")
    for row in try rows() {
      let fault = try store.store.ask(asOf: .position(#require(row.issue.position))) { snapshot in
        row.replayFault(Question(snapshot, asOf: row.issue.asOf))
      }
      #expect(fault == nil)
    }
  }

  @Test func `a law that the log does not give again is named`() throws {
    try learn([1950, 1970, 1985, 1997], now: "2000-01-01")
    let issue = try store.store.ask { snapshot in
      try #require(
        try ForecastAnswer(Question(snapshot, asOf: CivilDay("2000-01-01")!).forecastInput("s"))
          .issue(position: snapshot.position))
    }
    func changed(_ key: String, _ value: JSON) throws -> String? {
      let told = Change.forecastIssued(issue).data
      let members = (told.members ?? []).filter { $0.key != key } + [.init(key, value)]
      let id = RecordID.naming("changed", key)
      let event = JSON.object([
        "specversion": "1.0", "id": .string(id.description), "source": "annals",
        "type": "org.annals.forecast.issued.v1", "data": .object(members),
      ])
      try store.append([CloudEvent(line: event.bytes).record])
      let row = try store.store.ask { now in
        try Question(now, asOf: issue.asOf).forecast(named: id.description)
      }
      return try store.store.ask(asOf: .position(#require(issue.position))) { then in
        row.replayFault(Question(then, asOf: issue.asOf))
      }
    }
    #expect(try changed("title", "Another")?.contains("another law") == true)
    #expect(try changed("priorDigest", "0")?.contains("reference class") == true)
    #expect(try changed("model", "oracle/1") == nil)
  }

  @Test(arguments: [1960, 1971, 1986, 1998, 2007, 2020])
  func `no forecast reads what was neither recorded nor published by its day`(year: Int) throws {
    let years = [1950, 1970, 1985, 1997, 2006, 2011]
    try learn(years, now: "2026-01-01")
    let day = CivilDay(year: year, month: 6, day: 30)!
    let late = try store.store.ask { try? Question($0, asOf: day).forecastInput("s") }
    let early = try TemporaryStore()
    let known = years.filter { $0 < year }
    let book = known.map { year in
      """
      {"id":"p\(year)","sequence":"s","phase":"P\(year)","began":"\(year)","published":"\(year)",\
      "source":"test"}
      """
    }.joined(separator: "\n")
    _ = try early.store.importBooks(
      [EventBook(file: "s.jsonl", bytes: Array(book.utf8))], now: Instant(day))
    let then = try early.store.ask { try? Question($0, asOf: day).forecastInput("s") }
    #expect(late?.durations == then?.durations)
    #expect(late?.digest == then?.digest)
    #expect(late?.isReconstructed == true && then?.isReconstructed == false)
  }
}
