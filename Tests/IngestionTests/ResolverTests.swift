import EventLog
import EventModel
import Ingestion
import Projections
import TestSupport
import Testing

/// What decides a forecast that was issued on 2023-01-01.
@Suite struct ResolverTests {
  func forecast(_ rule: ResolutionRule, began: String? = nil) -> NewRecord {
    NewRecord(
      id: .named("f"),
      change: .forecastIssued(
        ForecastIssue(
          title: "f", forecaster: "somebody", asOf: CivilDay("2023-01-01")!, rule: rule,
          unit: .day, began: began.flatMap { CivilDay($0) }, amount: .money(100),
          mention: Mention(source: "Wire"))))
  }

  func resolution(_ facts: NewRecord...) throws -> ForecastResolution? {
    let store = try TemporaryStore()
    try store.append(facts)
    _ = try store.store.resolveForecasts(now: store.now)
    return try store.store.ask { try $0.ledger().first?.resolution }
  }

  static let next = ResolutionRule.nextPhase(sequence: "s", after: "B")

  @Test func `the next phase is the first that begins after the one that lasted`() throws {
    let resolution = try resolution(
      forecast(Self.next), .began("A", "2019-01-01"), .began("B", "2020-01-01"),
      .began("D", "2023-03-01"), .began("C", "2023-02-01"), .began("C2", "2023-02-01"))
    #expect(resolution?.date.description == "2023-02-01")
    #expect(resolution?.by == .naming("began", "s", "C", "Wire", "2023-02-01"))
    #expect(resolution?.value == 1127)
  }

  @Test func `a phase that begins with the one that lasted is not the next`() throws {
    #expect(
      try resolution(forecast(Self.next), .began("B", "2020-01-01"), .began("C", "2020-01-01"))
        == nil)
    #expect(try resolution(forecast(Self.next), .began("B", "2020-01-01")) == nil)
  }

  @Test func `a later date of the phase that lasted does not end it`() throws {
    #expect(
      try resolution(
        forecast(Self.next), .began("B", "2020-01-01"),
        .began("B", "2021-01-01", source: "Courier")) == nil)
  }

  @Test func `time counts from the day that the forecast gives`() throws {
    let resolution = try resolution(
      forecast(Self.next, began: "2023-01-22"), .began("B", "2020-01-01"), .began("C", "2023-02-01")
    )
    #expect(resolution?.value == 10)
    let alone = try self.resolution(
      forecast(Self.next, began: "2023-01-22"), .began("C", "2023-02-01"))
    #expect(alone?.value == 10)
  }

  static func launches(after founder: String?) -> ResolutionRule {
    .nextPhase(
      sequence: "q", after: "One", query: "actor:OpenAI", event: founder.map(RecordID.named))
  }

  @Test func `the next event of a query decides, of those that came by now`() throws {
    let early = NewRecord.event("ea", "Early", on: "2021-06-01", by: ["OpenAI"])
    let one = NewRecord.event("a", "One", on: "2022-06-01", by: ["OpenAI"])
    let same = NewRecord.event("b", "Same day", on: "2022-06-01", by: ["OpenAI"])
    let other = NewRecord.event("c", "Another's", on: "2023-02-01", by: ["Meta"])
    let late = NewRecord.event("d", "Announced", on: "2093-02-01", by: ["OpenAI"])
    let next = NewRecord.event("e", "Next", on: "2023-03-01", by: ["OpenAI"])
    let question = forecast(Self.launches(after: "a"), began: "2022-06-01")
    #expect(try resolution(question, early, one, same, other, late) == nil)
    let resolution = try resolution(question, early, one, same, other, late, next)
    #expect(resolution?.by == .named("e"))
    #expect(resolution?.date.description == "2023-03-01")
    #expect(resolution?.value == 273)
    #expect(try self.resolution(forecast(Self.launches(after: nil)), one, next) == nil)
  }

  @Test func `the event that founded the phase is known under the event it was merged into`() throws
  {
    let resolution = try resolution(
      forecast(Self.launches(after: "b"), began: "2022-06-01"),
      .event("a", "One", on: "2022-05-01", by: ["OpenAI"]),
      .event("b", "One again", on: "2022-06-01", by: ["OpenAI"]), .merged("b", into: "a"),
      .event("e", "Next", on: "2023-03-01", by: ["OpenAI"]))
    #expect(resolution?.by == .named("e"))
  }

  @Test func `what decided a forecast and is taken back decides it no longer`() throws {
    let store = try TemporaryStore()
    func standing() throws -> String {
      _ = try store.store.resolveForecasts(now: store.now)
      return try store.store.ask { try $0.ledger().first?.resolution?.date.description ?? "open" }
    }
    try store.append([
      forecast(Self.launches(after: "a")), .event("a", on: "2022-06-01", by: ["OpenAI"]),
      .event("b", on: "2023-03-01", by: ["OpenAI"]),
    ])
    #expect(try standing() == "2023-03-01")
    try store.append([.retracted("b", act: "d1")])
    #expect(try standing() == "open")
    try store.append([.event("c", on: "2023-04-01", by: ["OpenAI"])])
    #expect(try standing() == "2023-04-01")
    try store.append([.retracted("c", act: "d2")])
    try store.append([.undone("d1", act: "d3")])
    #expect(try standing() == "2023-03-01")
  }

  static let metric = ResolutionRule.metric(
    actor: "OpenAI", metric: "revenue", period: .edtf("2023"))

  func claim(
    type: EventType = .financialResult, on date: String? = "2024-02-01",
    by actor: String = "OpenAI",
    _ amount: Amount = .money(120, of: "2023"), stance: Stance = .reported,
    polarity: Polarity = .asserted, published: String? = nil
  ) -> NewRecord {
    .event(
      "c", type: type, on: date, by: [actor], amounts: [amount], stance: stance, polarity: polarity,
      published: published)
  }

  @Test func `a claim of the metric for the period decides`() throws {
    let resolution = try resolution(forecast(Self.metric), claim())
    #expect(resolution?.value == 120)
    #expect(resolution?.date.description == "2024-02-01")
    #expect(resolution?.by == .named("c"))
  }

  @Test func `a claim under another name of the actor decides, whichever was told first`() throws {
    let link = NewRecord.linked("OpenAI LP", .same, of: "OpenAI")
    let second = NewRecord.event(
      "d", type: .financialResult, on: "2024-03-01", by: ["OpenAI"],
      amounts: [.money(130, of: "2023")])
    #expect(
      try resolution(forecast(Self.metric), link, claim(by: "OpenAI LP"), second)?.value == 120)
    #expect(
      try resolution(forecast(Self.metric), link, second, claim(by: "OpenAI LP"))?.value == 130)
  }

  @Test func `of several amounts of a report the one of the metric decides`() throws {
    let report = NewRecord.event(
      "c", type: .financialResult, on: "2024-02-01", by: ["OpenAI"],
      amounts: [.money(7, "USD", "net_loss", of: "2023"), .money(120, of: "2023")])
    #expect(try resolution(forecast(Self.metric), report)?.value == 120)
  }

  @Test
  func `neither forecasts, rumours, denials, other units, periods, metrics nor actors decide`()
    throws
  {
    for fact in [
      claim(type: .forecast), claim(stance: .rumoured), claim(polarity: .denied),
      claim(.money(1, "CNY", of: "2023")), claim(.money(1, of: "2022")),
      claim(.money(1, "USD", "net_loss", of: "2023")), claim(by: "SenseTime"),
    ] {
      #expect(try resolution(forecast(Self.metric), fact) == nil)
    }
  }

  @Test(arguments: [("2023-01-01", false), ("2023-01-02", true)])
  func `what was known when the forecast was made does not decide it`(day: String, decides: Bool)
    throws
  {
    #expect(try (resolution(forecast(Self.metric), claim(on: day)) != nil) == decides)
    let published = claim(on: "2023-12-31", published: day)
    #expect(try (resolution(forecast(Self.metric), published) != nil) == decides)
  }

  @Test func `what is decided stays decided`() throws {
    let store = try TemporaryStore()
    try store.append([forecast(Self.metric), claim()])
    #expect(try store.store.resolveForecasts(now: store.now) == 1)
    #expect(try store.store.resolveForecasts(now: store.now) == 0)
  }

  @Test func `a forecast that people judge waits for them`() throws {
    #expect(try resolution(forecast(.judged("words")), claim()) == nil)
  }
}
