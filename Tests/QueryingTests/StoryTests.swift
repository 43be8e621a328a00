import EventLog
import EventModel
import JSONText
import Projections
import TestSupport
import Testing

@testable import Querying

/// How a matter went: which events are its stages, in which order, and what became of each.
@Suite struct StoryTests {
  /// A rumour `a0`, talks `b0` told a day later, and the deal `c0`; `d0` has nothing to do with them.
  static let deal: [NewRecord] = [
    .event("c0", "done", type: .acquisition, stance: .official, published: "2026-11-20"),
    .event("a0", "rumour", type: .acquisition, stance: .rumoured, published: "2026-11-10"),
    .event("b0", "word", type: .acquisition, stance: .rumoured, published: "2026-11-11"),
    .event("d0", "other", type: .research, published: "2026-11-12"),
    link("a0", "c0", "confirms"), link("b0", "c0", "confirms"), link("a0", "b0", "confirms"),
  ]

  static func link(_ earlier: String, _ later: String, _ stage: String) -> NewRecord {
    NewRecord(
      id: .naming("link", earlier, later),
      change: .eventsLinked(
        EventLink(
          from: .named(earlier), to: .named(later), stage: stage, score: 1, author: .coder("x"),
          reason: "")))
  }

  func answer(_ facts: [NewRecord], _ words: String..., limit: Int? = nil) throws -> Document {
    let store = try TemporaryStore()
    try store.append(facts)
    return try store.store.ask { snapshot in
      var arguments = ["name": words]
      if let limit { arguments["limit"] = ["\(limit)"] }
      return try Inquiry.story.answer(
        Question(snapshot, asOf: CivilDay("2026-11-23")!), Arguments(arguments, for: .story))
    }
  }

  /// `stage title ← what went before → what became of it`.
  func rows(_ answer: Document) -> [String] {
    answer.rows.map { row in
      let follows = (row["follows"]?.elements ?? []).map { $0.string!.prefix(2) }
      let outcome = row["outcome"].flatMap { outcome in
        outcome["stage"]?.string.map { " → \($0) \(outcome["event"]!.string!.prefix(2))" }
      }
      return "\(row["stage"]!.string!) \(row["title"]!.string!)"
        + (follows.isEmpty ? "" : " ← \(follows.joined(separator: " "))") + (outcome ?? "")
    }
  }

  @Test(arguments: ["a0", "b0", "c0"])
  func `each of its events tells the whole story in order`(event: String) throws {
    let id = RecordID.named(event).description
    #expect(
      try rows(answer(Self.deal, id)) == [
        "rumoured rumour → confirms c0", "rumoured word ← a0 → confirms c0", "done done ← a0 b0",
      ])
  }

  @Test func `an event by itself is its own story where its id is said`() throws {
    let id = RecordID.named("d0").description
    #expect(try rows(answer(Self.deal, id)) == ["done other"])
    #expect(try rows(answer(Self.deal, String(id.prefix(4)))) == ["done other"])
    #expect(try rows(answer(Self.deal, String(id.prefix(3)))) == [])
    #expect(try rows(answer(Self.deal, id, "type:funding")) == [])
  }

  @Test func `a query finds what has stages or is pending, the latest first, to a limit`() throws {
    let facts =
      Self.deal + [.event("e0", "maybe", stance: .rumoured, published: "2026-11-21")]
    let found = try answer(facts, "rumour")
    #expect(found.title == "1 story")
    #expect(found.rows.count == 3)
    let all = try answer(facts, "stance:rumoured")
    #expect(all.title == "2 stories")
    #expect(Set(all.rows.map { $0["story"]!.string!.prefix(2) }) == ["a0", "e0"])
    let latest = try answer(facts, "stance:rumoured", limit: 1)
    #expect(latest.title == "1 story")
    #expect(latest.rows.count != all.rows.count)
  }

  @Test func `a denial is the last word on a rumour`() throws {
    let facts: [NewRecord] = [
      .event("a0", "rumour", stance: .rumoured, published: "2026-11-10"),
      .event("b0", "no", polarity: .denied, published: "2026-11-12"),
      .event("c0", "no again", polarity: .denied, published: "2026-11-13"),
      Self.link("a0", "b0", "denies"), Self.link("a0", "c0", "denies"),
    ]
    let told = try answer(facts, RecordID.named("a0").description)
    #expect(
      rows(told) == ["rumoured rumour → denies c0", "denied no ← a0", "denied no again ← a0"])
    #expect(told.shown("became of it") == ["denied 2026-11-13 (c0000000)", "", ""])
  }

  @Test func `what is pending says that nothing is known yet`() throws {
    let told = try answer(
      [.event("a0", "rumour", stance: .rumoured, published: "2026-11-10")],
      RecordID.named("a0").description)
    #expect(told.shown("became of it") == ["nothing yet"])
  }
}

extension Document {
  /// A column of the tables that people see.
  fileprivate func shown(_ title: String) -> [String] {
    parts.flatMap { part -> [String] in
      guard case .table(let table) = part, table.audience == .people,
        let column = table.columns.first(where: { $0.title == title })
      else { return [] }
      return table.rows.map { column.cell($0).shown }
    }
  }
}
