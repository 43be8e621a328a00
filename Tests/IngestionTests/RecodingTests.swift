import JSONText
import EventCoding
import EventLog
import EventModel
import Ingestion
import Projections
import TestSupport
import Testing

/// Items coded again, whose events stand otherwise in the log.
@Suite struct RecodingTests {
  let store: TemporaryStore

  init() throws { store = try TemporaryStore() }

  static let raise = "Anthropic raises $450 million in Series C"

  /// The log has the item and, from an earlier coder, these reports of it.
  func told(_ title: String, _ events: (name: String, event: Event)...) throws {
    let published = Instant("2023-05-15T09:00:00Z")!
    let item = ItemObservation(
      feed: "f", feedTitle: "Wire", key: title, title: title, published: published)
    let observed = NewRecord(id: .named("1a"), change: .itemObserved(item))
    let reports = events.map { name, event in
      NewRecord(
        id: .named(name),
        change: .eventReported(
          Report(
            event: event,
            mention: Mention(
              item: .named("1a"), source: "Wire", published: .edtf("2023-05-15"), title: title))))
    }
    try store.append([observed] + reports)
  }

  func event(
    _ type: EventType, _ title: String = raise, by actor: String = "Anthropic",
    span: Range<Int> = 0..<40
  ) -> Event {
    Event(
      type: type, title: title, actors: [Actor(actor)],
      evidence: Evidence(trigger: "x", span: span, confidence: 50, coder: "old"))
  }

  func recode() throws -> Appended {
    let appended = try store.store.recode(with: EventCoder(), now: store.now)
    #expect(try store.store.recode(with: EventCoder(), now: store.now).records == 0)
    return appended
  }

  func events() throws -> [EventView] {
    try store.store.ask { try $0.events(matching: ReportFilter(), order: .recorded) }
  }

  @Test func `what is told no longer is retracted`() throws {
    try told("Rain tomorrow", ("a", event(.funding)))
    #expect(try recode().amendments == 1)
    #expect(try events().isEmpty)
  }

  @Test func `what is told otherwise is amended`() throws {
    try told(Self.raise, ("a", event(.metric)))
    #expect(try recode().records == 1)
    let told = try events()
    #expect(told.map(\.id) == [.named("a")])
    #expect(told[0].event.type == .funding)
  }

  @Test func `what is told for the first time is reported`() throws {
    try told(Self.raise)
    #expect(try recode().events == 1)
    #expect(try events().map(\.event.type) == [.funding])
  }

  @Test func `what a person set stays, and the rest is coded again`() throws {
    try told(Self.raise, ("a", event(.metric, "Wrong")))
    try store.append([.corrected("a", ["title": "Right"])])
    #expect(try recode().records == 1)
    let told = try events()[0]
    #expect(told.event.title == "Right")
    #expect(told.event.type == .funding)
  }

  @Test func `what a person told of an item is not coded otherwise`() throws {
    try told(Self.raise)
    let report = Report(
      event: event(.metric), mention: Mention(item: .named("1a"), source: "Wire"), act: .named("e1")
    )
    try store.append([NewRecord(id: .named("a"), change: .eventReported(report))])
    #expect(try recode().records == 0)
    #expect(try events().map(\.event.type) == [.metric])
  }

  @Test func `what a person touched is flagged, not retracted`() throws {
    try told("Rain tomorrow", ("a", event(.funding)))
    try store.append([.corrected("a", ["title": "Right"])])
    let appended = try recode()
    #expect(appended.records == 0)
    #expect(appended.flagged == 1)
    #expect(try events().count == 1)
  }

  @Test func `what a person took back is not told again, other things are`() throws {
    try told(Self.raise, ("a", event(.funding)))
    try store.append([.retracted("a")])
    let appended = try recode()
    #expect(appended.records == 0)
    #expect(appended.flagged == 1)
    #expect(try events().isEmpty)
  }

  @Test func `what a machine took back, or a person as another type, is told again`() throws {
    try told(Self.raise, ("a", event(.research)))
    try store.append([.retracted("a")])
    #expect(try recode().events == 1)
    #expect(try events().map(\.event.type) == [.funding])
  }

  @Test func `what comes back after it was mended is mended again`() throws {
    try told(Self.raise, ("a", event(.metric)))
    #expect(try recode().records == 1)
    for round in ["one", "two"] {
      let amendment = EventAmendment(
        of: .named("a"), .whole(event(.metric, round)), author: .coder("other"), reason: round)
      try store.append([NewRecord(id: .naming(round), change: .eventAmended(amendment))])
      #expect(try recode().records == 1)
      #expect(try events()[0].event.type == .funding)
    }
  }

  @Test func `coding again by another coder alone is no news`() throws {
    let coded = EventCoder().code(
      ItemText(title: Self.raise, published: CivilDay("2023-05-15")!, source: "Wire")
    ).events
    var event = try #require(coded.first)
    event.evidence?.coder = "old"
    try told(Self.raise, ("a", event))
    #expect(try recode().records == 0)
  }
}
