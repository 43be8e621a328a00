import EventLog
import EventModel
import JSONText
import Projections
import TestSupport
import Testing

@testable import Querying

/// What is new to somebody who looked when the log ended with the first facts.
@Suite struct NewsTests {
  let store: TemporaryStore

  init() throws { store = try TemporaryStore() }

  func news(
    after known: [NewRecord], _ facts: NewRecord..., feeds: [Attention.Feed] = [],
    asking more: [String: [String]] = [:]
  ) throws -> Document {
    for fact in known + facts { try store.append([fact]) }
    return try store.store.ask { snapshot in
      var attention = Attention()
      attention.last = .init(position: Int64(known.count), at: Instant("2026-11-22T08:10:00Z")!)
      attention.feeds = feeds
      let question = Question(snapshot, asOf: CivilDay("2026-11-23")!, attention: attention)
      return try Inquiry.news.answer(question, Arguments(more, for: .news))
    }
  }

  /// `kind label title: says, 1`.
  func rows(_ news: Document) -> [String] {
    news.rows.map { row in
      let sources = row["sources"]?.integer.map { ", \($0)" } ?? ""
      let words = ["kind", "label", "title"].map { row[$0]!.string! }.joined(separator: " ")
      return "\(words): \(row["says"]!.string!)\(sources)"
    }
  }

  @Test func `what many tell comes first, then what is official, types together`() throws {
    let told = try news(
      after: [.event("a0", "known")],
      .event("a1", "one", type: .funding), .event("a2", "two", type: .research, stance: .official),
      .event("a3", "three", type: .funding), .mention("a4", of: "a3", source: "Courier"),
      .event("a5", "four", type: .research, polarity: .denied), .mention("a6", of: "a0"))
    #expect(
      rows(told) == [
        "event funding three: reported, 2", "event funding one: reported, 1",
        "event research two: official, 1", "denied denied four: reported, denied, 1",
      ])
    #expect(told.title == "yesterday 08:10 → now · 4 events")
  }

  @Test func `a limit keeps the most telling`() throws {
    let told = try news(
      after: [], .event("a1", "one"), .event("a2", "two", stance: .official), .event("a3", "three"),
      asking: ["limit": ["2"]])
    #expect(rows(told).map { $0.prefix(17) } == ["event funding two", "event funding thr"])
    #expect(
      told.parts.contains {
        if case .paragraph(let text) = $0 { text.hasPrefix("… 1 more") } else { false }
      })
  }

  @Test func `a rumour is confirmed or denied by a report of the same, or another event`() throws {
    let rumours: [NewRecord] = ["a", "b", "c", "d"].map {
      .event("\($0)0", stance: .rumoured, published: "2026-11-19")
    }
    func link(_ from: String, _ to: String, _ stage: String) -> NewRecord {
      NewRecord(
        id: .naming("link", from, to),
        change: .eventsLinked(
          EventLink(
            from: .named(from), to: .named(to), stage: stage, score: 1, author: .coder("x"),
            reason: "")))
    }
    let told = try news(
      after: rumours, .mention("a1", of: "a0", "yes", stance: .official),
      .mention("b1", of: "b0", "no", polarity: .denied),
      .mention("c1", of: "c0", stance: .rumoured),
      .event("c2", "done"), link("c0", "c2", "confirms"), .event("d2", "over"),
      link("d0", "d2", "ends"), .mention("d3", of: "d2"),
      link("d3", "d2", "completes"), link("d0", "c2", EventLink.none))
    #expect(
      Set(rows(told)) == [
        "confirmed funding yes: confirms the rumour of 4 days ago",
        "denied denied no: denies b0000000",
        "event funding done: confirms the rumour of 4 days ago (c0000000)",
        "event funding over: ends (d0000000)",
      ])
  }

  @Test func `what is confirmed is new, what is denied or corrected comes after`()
    throws
  {
    let told = try news(
      after: [
        .event("a0", "rumour", stance: .rumoured), .event("b0", "wrong"),
        .event("c0", "B", source: "Courier"),
      ],
      .event("d0", "small", type: .research), .mention("a1", of: "a0", "yes", stance: .official),
      .mention("b1", of: "b0", "no", stance: .official, polarity: .denied, source: "Courier"),
      .told("c0", "B2"))
    #expect(
      rows(told).map { $0.prefix { $0 != ":" } } == [
        "confirmed funding yes", "event research small", "denied denied no",
        "corrected corrected B2",
      ])
  }

  @Test func `what had been denied before is no news, nor what agrees with it`() throws {
    let told = try news(
      after: [.event("a0"), .mention("a1", of: "a0", "no", polarity: .denied)],
      .mention("a2", of: "a0", source: "Courier"))
    #expect(rows(told) == [])
  }

  @Test func `a denial can be contradicted, confirmed and corrected`() throws {
    let told = try news(
      after: [
        .event("a0", polarity: .denied),
        .event("b0", stance: .rumoured, polarity: .denied, published: "2026-11-22"),
        .event("c0", "C", polarity: .denied),
      ],
      .mention("a1", of: "a0", "yes"),
      .mention("b1", of: "b0", "never", stance: .official, polarity: .denied),
      .corrected("c0", ["title": "C2"]))
    #expect(
      rows(told) == [
        "confirmed denied never: confirms the rumour of yesterday",
        "denied funding yes: contradicts a0000000", "corrected corrected C2: title C → C2",
      ])
  }

  @Test(arguments: [
    ("2026-11-23", "today"), ("2026-11-22", "yesterday"), ("2026-11-21", "2 days ago"),
    ("2026-09-24", "60 days ago"), ("2026-09-23", "2026-09-23"),
  ])
  func `the age of a rumour is told in days while it is young`(day: String, age: String) throws {
    let told = try news(
      after: [.event("a0", stance: .rumoured, published: day)],
      .mention("a1", of: "a0", stance: .official))
    #expect(rows(told) == ["confirmed funding a1: confirms the rumour of \(age)"])
  }

  @Test func `a correction tells the old and the new, and only of what people see`() throws {
    let told = try news(
      after: [.event("a0", "A", on: "2023"), .event("b0", "B", on: "2023")],
      .told("a0", "A2", on: "2023-05"), .mention("b1", of: "b0", "elsewhere", on: "2023"))
    #expect(rows(told) == ["corrected corrected A2: title A → A2; date 2023 → 2023-05"])
  }

  @Test func `a correction of what people do not see is no news`() throws {
    let told = try news(
      after: [.event("a0", "A", on: "2023")], .corrected("a0", ["phase": "closed"]))
    #expect(rows(told) == [])
  }

  @Test func `where it begins can be said by a day or a position`() throws {
    let facts: [NewRecord] = [.event("a0"), .event("b0")]
    func count(_ since: String) throws -> Int {
      try store.store.ask { snapshot in
        let question = Question(snapshot, asOf: CivilDay("2026-11-23")!)
        return try Inquiry.news.answer(question, Arguments(["since": [since]], for: .news)).rows
          .count
      }
    }
    for fact in facts { try store.append([fact]) }
    #expect(try ["@0", "@1", "@2", "@9"].map(count) == [2, 1, 0, 0])
    #expect(try ["2026-11-23", "today", "2026-11-24"].map(count) == [2, 2, 0])
    #expect(throws: QueryError.self) { try count("@-1") }
    #expect(throws: QueryError.self) { try count("..2026") }
  }

  @Test func `feeds are counted that were polled since, and some that fail are named`() throws {
    func feed(_ title: String, _ polled: String?, _ isFailing: Bool = false) -> Attention.Feed {
      .init(title: title, polled: polled.flatMap { Instant($0) }, isFailing: isFailing)
    }
    let before = try news(
      after: [.event("a0")],
      feeds: [
        feed("A", "2026-11-22T08:10:00Z", true), feed("B", "2026-11-22T08:09:59Z"), feed("C", nil),
        feed("D", "2026-11-23T08:10:00Z"),
      ])
    #expect(before.title == "yesterday 08:10 → now · 2 feeds (1 failing: A) · nothing new")
    let many = ["A", "B", "C"].map { feed($0, "2026-11-23", true) }
    #expect(
      try news(after: [.event("a0")], feeds: many).title?.contains("(3 failing: A, B, C)") == true)
    #expect(
      try news(after: [.event("a0")], feeds: many + [feed("D", "2026-11-23", true)]).title?
        .contains("(4 failing: A, B, C …)") == true)
  }

  @Test func `an outcome is inside the narrowest interval that holds it`() {
    let told = [0.5, 0.25, 0.75, 0.2499, 0.9, 0.91, 0.025, 0.975, 0.976, 0].map {
      NewsRow.verdict(pit: $0).filter(\.isNumber)
    }
    #expect(told == ["50", "50", "50", "80", "80", "95", "95", "95", "95", "95"])
    #expect(NewsRow.verdict(pit: 0.02) == "outside its 95 %")
    #expect(NewsRow.verdict(pit: 0.98) == "outside its 95 %")
  }
}

/// Where words stand in a text.
@Suite struct SnippetTests {
  @Test func `a word is shown where it stands, whatever its case, and the cuts are marked`() {
    let long = String(repeating: "x", count: 50)
    #expect(Snippet.of(["word"], in: "t", "a Word b") == "a Word b")
    #expect(Snippet.of(["word"], in: "t", long + "WORD" + long).count == 40 + 4 + 40 + 2)
    #expect(Snippet.of(["word"], in: "t", "WORD" + long).hasPrefix("WORDx"))
    #expect(Snippet.of(["word"], in: "t", long + "WORD").hasSuffix("xWORD"))
    #expect(Snippet.of(["文心"], in: "t", "百度发布文心一言") == "百度发布文心一言")
    #expect(Snippet.of(["rd"], in: "t", "a word") == "a word")
  }

  @Test func `what the title has, and what the text lacks, needs none`() {
    #expect(Snippet.of(["word"], in: "A word", "the word") == "")
    #expect(Snippet.of(["none"], in: "A", "the word") == "")
    #expect(Snippet.of(["words"], in: "A", "the word") == "")
    #expect(Snippet.of(["a", "word"], in: "A", "the word") == "the word")
  }
}
