import EventLog
import EventModel
import JSONText
import Projections
import Querying
import TestSupport
import Testing

@Suite struct EventTests {
  @Test func `four hexadecimal digits name an event where no other begins so`() throws {
    let history = try History(.event("abcd1"), .event("abce1"), .event("abce2"), .event("9999"))
    try history.ask { (question) throws in
      #expect(try question.event(named: "ABCD").id == .named("abcd1"))
      #expect(throws: QueryError.self) { try question.event(named: "999") }
      #expect(throws: QueryError.self) { try question.event(named: "abce") }
      #expect(throws: QueryError.self) { try question.event(named: "wxyz") }
      #expect(throws: NoSuchEvent.self) { try question.event(named: "ffff") }
    }
  }

  func row(_ facts: NewRecord...) throws -> JSON {
    let history = try History()
    try history.store.append(facts)
    return try history.ask { question in
      try #require(
        try question.events(EventQuery("") { $0 }, in: .all, order: .occurred, limit: nil).rows
          .first)
    }
  }

  @Test func `an event happened on its date, else when it was published`() throws {
    let dated = try row(.event("a", on: "2023-05-01", published: "2023-05-02"))
    #expect(dated["date"]?.string == "2023-05-01")
    #expect(try row(.event("a", published: "2023-05-02"))["date"]?.string == "2023-05-02")
    #expect(try row(.event("a"))["date"] == .null)
  }

  @Test func `an event was updated when a report of it came, was corrected or went, by then`()
    throws
  {
    let history = try History()
    func updated(asOf position: Int64) throws -> String? {
      try history.store.store.ask(asOf: .position(position)) { snapshot in
        try Question(snapshot, asOf: CivilDay("2026-11-23")!).event(named: "aaaa").json["updated"]?
          .string
      }
    }
    try history.learn(.event("aaaa"), at: "2026-11-01T00:00:00Z")
      .learn(.mention("bbbb", of: "aaaa"), at: "2026-11-02T00:00:00Z")
      .learn(.event("cccc"), at: "2026-11-03T00:00:00Z")
      .learn(.split("bbbb"), at: "2026-11-04T00:00:00Z")
      .learn(.event("dddd"), at: "2026-11-05T00:00:00Z")
    #expect(
      try (1...5).map { try updated(asOf: $0)?.prefix(10) } == [
        "2026-11-01", "2026-11-02", "2026-11-02", "2026-11-04", "2026-11-04",
      ])
  }

  @Test func `an answer is told apart by its store and question, not by its page or day`() throws {
    let history = try History(.event("aaaa", "same"))
    func subject(_ inquiry: Inquiry, _ values: [String: [String]]) throws -> Subject? {
      try history.ask { try inquiry.answer($0, Arguments(values, for: inquiry)).subject }
    }
    let first = try subject(.log, ["query": ["same"], "limit": ["1"]])
    #expect(first?.id == (try subject(.log, ["query": ["same"]])?.id))
    #expect(first?.title == "log same")
    #expect(first?.id != (try subject(.log, ["query": ["other"]])?.id))
    #expect(first?.id != (try subject(.timeline, ["query": ["same"]])?.id))
  }

  @Test func `a timeline is titled by its period and count, a log is not`() throws {
    let history = try History(.event("a", on: "2023-05-01"), .event("b", on: "2022"))
    func title(_ period: String?, _ order: EventOrder) throws -> String? {
      try history.ask { question in
        let days = try period.map { try Period($0, today: question.today) } ?? .all
        return try question.events(EventQuery("") { $0 }, in: days, order: order, limit: nil).title
      }
    }
    #expect(try title(nil, .occurred) == "all time · 2 events")
    #expect(try title("2023", .occurred) == "2023-01-01..2023-12-31 · 1 event")
    #expect(try title(nil, .recorded) == nil)
  }

  @Test func `claims are titled by their metric and period`() throws {
    let history = try History(.event("a", by: ["X"], amounts: [.money(1, of: "2023")]))
    func title(_ period: String?) throws -> String? {
      try history.ask { question in
        let values = ["metric": ["revenue"], "period": period.map { [$0] } ?? []]
        return try Inquiry.compare.answer(question, Arguments(values, for: .compare)).title
      }
    }
    #expect(try title(nil) == "revenue · all periods")
    #expect(try title("2023") == "revenue · 2023-01-01..2023-12-31")
  }

  @Test(arguments: [EventOrder.occurred, .recorded, .relevance])
  func `a cut answer says where the next begins, and the last does not`(order: EventOrder) throws {
    let history = try History(
      .event("a1a1", "same", on: "2023-05-03"), .event("b2b2", "same"),
      .event("c3c3", "same", on: "2023-05-01"), .event("d4d4", "same", on: "2023-05-03"),
      .event("e5e5", "same"))
    try history.ask { (question) throws in
      func ask(after: String?, limit: Int?) throws -> JSON {
        try question.events(
          EventQuery("same") { $0 }, in: .all, order: order, after: after, limit: limit
        ).json
      }
      func ids(_ answer: JSON) -> [String?] {
        answer["rows"]?.elements?.map { $0["id"]?.string } ?? []
      }
      let whole = try ask(after: nil, limit: nil)
      #expect(whole["next"] == nil)
      for most in [5, .max] { #expect(try ask(after: nil, limit: most)["next"] == nil) }
      #expect(try ids(ask(after: nil, limit: .max)) == ids(whole))
      var (pages, after): ([String?], String?) = ([], nil)
      repeat {
        let page = try ask(after: after, limit: 2)
        pages += ids(page)
        after = page["next"]?.string
        if let after { #expect(after == ids(page).last) }
      } while after != nil
      #expect(pages == ids(whole))
      #expect(throws: NoSuchEvent.self) { try ask(after: "ffff", limit: 2) }
    }
  }

  @Test func `pages go on behind an event that was retracted since`() throws {
    let history = try History(
      .event("a1a1", on: "2023-05-01"), .event("b2b2", on: "2023-05-02"),
      .event("c3c3", on: "2023-05-03"), .retracted("b2b2"))
    try history.ask { (question) throws in
      for (order, next) in [(EventOrder.occurred, "c3c3"), (.recorded, "a1a1")] {
        let rest = try question.events(
          EventQuery("") { $0 }, in: .all, order: order, after: "b2b2", limit: nil)
        #expect(rest.rows.compactMap { $0["id"]?.string?.prefix(4) } == [next[...]])
      }
    }
  }

  @Test func `an event is as significant as it has sources`() throws {
    func mention(_ name: String, _ source: String) -> NewRecord {
      NewRecord(
        id: .named(name),
        change: .eventMentioned(
          EventMention(
            of: .named("a"), report: .told("same", source: source), score: 1, reason: "alike")))
    }
    let row = try row(
      .event("a", source: "Wire"), mention("b", "Wire"), mention("c", "Courier"))
    #expect(row["significance"]?.integer == 2)
    #expect(row["mentions"]?.elements?.count == 3)
  }

  @Test(arguments: ["\0", "a\0b", "\0融资", "'", "*", "^a", "NEAR(", "AND", "-", "(", "{a}:", "😀"])
  func `any text can be searched for`(word: String) throws {
    let history = try History(.event("a", on: "2023-05-01"))
    try history.ask { question in
      _ = try question.events(EventQuery(word) { $0 }, in: .all, order: .relevance, limit: nil)
    }
  }

  func detail(_ prefix: String, _ facts: NewRecord...) throws -> EventDetail {
    let history = try History()
    try history.store.append(facts)
    return try history.ask { try $0.event(named: prefix) }
  }

  @Test func `an event none of whose reports counts is shown as retracted`() throws {
    #expect(try detail("abcd", .event("abcd"), .retracted("abcd")).isRetracted)
    let left = try detail(
      "abcd", .event("abcd"), .mention("ef01", of: "abcd"), .retracted("abcd"))
    #expect(!left.isRetracted)
    #expect(left.view.accounts.map(\.id) == [.named("ef01")])
    #expect(left.json["standing"] == "current")
  }

  @Test func `the digits of a merged event or of a report say so, those of the event do not`()
    throws
  {
    let facts: [NewRecord] = [
      .event("abcd"), .event("ef01"), .mention("1234", of: "abcd"), .merged("ef01", into: "abcd"),
    ]
    for (digits, merged) in [("ABCD", nil), ("ef01", "ef01"), ("1234", "1234")] {
      let history = try History()
      try history.store.append(facts)
      let shown = try history.ask { try $0.event(named: digits) }
      #expect(shown.id == .named("abcd"))
      #expect(shown.merged == merged)
    }
  }

  @Test func `digits of an event and of its report alike name the event`() throws {
    let shown = try detail("abcd", .event("abcd1"), .mention("abcd2", of: "abcd1"))
    #expect(shown.id == .named("abcd1"))
    #expect(shown.merged == nil)
  }

  @Test func `a correction is told as old and new, field by field`() throws {
    let first = NewRecord.corrected("abcd", ["title": "Right", "date": "2023-05-02"])
    let second = NewRecord.corrected("abcd", ["title": "Righter"])
    let source = NewRecord.corrected("abcd", ["stance": "official"], source: "Right")
    let amounts = NewRecord.corrected(
      "abcd", ["amounts": .array([Amount.money(5000).json, Amount.money(6, "CNY").json])])
    let shown = try detail(
      "abcd", .event("abcd", "Wrong", on: "2023-05-01"), first, second, source, amounts)
    #expect(
      shown.sentences(of: first.id) == ["title Wrong → Right", "date 2023-05-01 → 2023-05-02"])
    #expect(shown.sentences(of: second.id) == ["title Right → Righter"])
    #expect(
      shown.sentences(of: source.id) == ["stance reported → official", "source Wire → Right"])
    #expect(
      shown.sentences(of: amounts.id) == ["amounts – → revenue 5,000 USD, revenue 6 CNY"])
    #expect(shown.sentences(of: .named("abcd")) == [])
    #expect(shown.history.map(\.record.position) == [1, 2, 3, 4, 5])
  }
}
