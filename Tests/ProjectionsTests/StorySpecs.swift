import EventLog
import EventModel
import Projections
import TestSupport
import Testing

/// Which events are stages of one story.
@Suite struct StorySpecs {
  func linked(
    _ earlier: String, _ later: String, _ stage: String = "confirms",
    by author: Author = .coder("12ab"), act: String? = nil
  ) -> NewRecord {
    NewRecord(
      id: .naming("linked", earlier, later, stage, author.text, act ?? ""),
      change: .eventsLinked(
        EventLink(
          from: .named(earlier), to: .named(later), stage: stage, score: 0.5, author: author,
          act: act.map(RecordID.named), reason: "alike")))
  }

  /// Such as `a b confirms`, of an event.
  func links(_ told: Given, of name: String, at position: Int64? = nil) throws -> [String] {
    try told.ask(at: position) { snapshot in
      let number = try #require(try snapshot.events(named: "\(RecordID.named(name))").first)
      let view = try #require(try snapshot.event(number))
      return try snapshot.links(of: view).map { link in
        let ends = try [link.earlier, link.later].map { try snapshot.event($0)?.id.name ?? "?" }
        return "\(ends[0]) \(ends[1]) \(link.link.stage)"
      }
    }
  }

  func stageOf(_ told: Given, _ name: String) throws -> [String] {
    try told.ask { snapshot in
      try snapshot.events(matching: ReportFilter(), order: .recorded)
        .first { $0.id == .named(name) }?.stageOf.map(\.name) ?? []
    }
  }

  @Test func `a link is seen from both its events, from when it was recorded`() throws {
    let told = try given(.event("a"), .event("b"), linked("a", "b"))
    #expect(try links(told, of: "a") == ["a b confirms"])
    #expect(try links(told, of: "b") == ["a b confirms"])
    #expect(try links(told, of: "a", at: 2) == [])
    #expect(try stageOf(told, "b") == ["a"])
    #expect(try stageOf(told, "a") == [])
    let several = try given(
      .event("a"), .event("b"), .event("c"), linked("a", "c"), linked("a", "b", act: "e1"))
    #expect(try links(several, of: "a") == ["a b confirms", "a c confirms"])
    #expect(try several.ask { try $0.lastAct() }?.position == 5)
  }

  @Test func `links of reports are links of the events that they belong to`() throws {
    let told = try given(
      .event("a"), .event("b"), .mention("c", of: "b"), linked("a", "c"), linked("a", "b"))
    #expect(try links(told, of: "a") == ["a b confirms"])
    let merged = try given(
      .event("a"), .event("b"), .event("c"), linked("a", "b"), .merged("c", into: "a"))
    #expect(try links(merged, of: "a") == ["a b confirms"])
    let one = try given(.event("a"), .event("b"), linked("a", "b"), .merged("b", into: "a"))
    #expect(try links(one, of: "a") == [])
  }

  @Test func `the last word on two reports holds, and a person's before a machine's`() throws {
    let told = try given(
      .event("a"), .event("b"), .mention("c", of: "b"), linked("a", "b"), linked("a", "b", "denies")
    )
    #expect(try links(told, of: "a") == ["a b denies"])
    let corrected = try given(
      .event("a"), .event("b"), .mention("c", of: "b"), linked("a", "b"),
      linked("a", "b", EventLink.none, by: .person, act: "e"), linked("a", "c"))
    #expect(try links(corrected, of: "a") == [])
    #expect(try links(corrected, of: "a", at: 4) == ["a b confirms"])
  }

  @Test func `a person's link is undone and done again`() throws {
    let told = try given(
      .event("a"), .event("b"), linked("a", "b"),
      linked("a", "b", EventLink.none, by: .person, act: "e"), .undone("e", act: "f"),
      .undone("f", act: "d"))
    #expect(
      try (3...6).map { try links(told, of: "a", at: Int64($0)) } == [
        ["a b confirms"], [], ["a b confirms"], [],
      ])
    #expect(try told.store.write { try Projector.verify($0) } == [])
    #expect(try told.store.read(Projector.digestFaults) == [])
  }

  @Test func `a link between what nobody told is in no story`() throws {
    let told = try given(.event("a"), linked("a", "b"))
    #expect(try links(told, of: "a") == [])
  }
}
