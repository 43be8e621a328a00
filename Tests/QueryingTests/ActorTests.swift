import EventLog
import EventModel
import JSONText
import Projections
import TestSupport
import Testing

@testable import Querying

/// Answers follow what people say of the names of actors.
@Suite struct ActorTests {
  func names(_ links: ActorLink...) -> ActorNames { ActorNames(links) }

  @Test func `other names give way to the first, former ones from the day on which they changed`() {
    let names = names(
      ActorLink("FB", .same, of: "Facebook"),
      ActorLink("Facebook", .renamed, of: "Meta", since: .edtf("2021-10-28")))
    #expect(names.current("FB") == "Meta" && names.current("Meta") == "Meta")
    #expect(names.name("FB", on: CivilDay("2021-10-27")) == "Facebook")
    #expect(names.name("FB", on: CivilDay("2021-10-28")) == "Meta")
    #expect(names.name("Meta", on: CivilDay("2019-01-01")) == "Meta")
    #expect(names.all("Facebook") == ["Meta", "FB", "Facebook"])
    #expect(names.all("X") == ["X"])
  }

  @Test func `a group is an actor, its parts, and theirs, each with all its names`() {
    let names = names(
      ActorLink("Lab", .part, of: "Google"), ActorLink("Google", .part, of: "Alphabet"),
      ActorLink("The Lab", .same, of: "Lab"), ActorLink("X", .part, of: "Y", isOn: false))
    #expect(names.group("Alphabet") == ["Alphabet", "Google", "Lab", "The Lab"])
    #expect(names.group("Y") == ["Y"])
    #expect(names.wholes(of: "The Lab").map(\.name) == ["Google"])
    #expect(names.parts(of: "Google") == ["Lab"])
  }

  @Test func `nobody becomes a name or a part of itself, and nothing is said twice`() {
    let names = names(
      ActorLink("a", .same, of: "b"), ActorLink("b", .same, of: "c"),
      ActorLink("p", .part, of: "q"), ActorLink("s", .same, of: "s", isOn: false))
    #expect(names.leadsBack(ActorLink("c", .same, of: "a")))
    #expect(names.leadsBack(ActorLink("c", .renamed, of: "c")))
    #expect(!names.leadsBack(ActorLink("a", .same, of: "c")))
    #expect(names.leadsBack(ActorLink("q", .part, of: "p")))
    #expect(names.leadsBack(ActorLink("c", .part, of: "a")))
    #expect(!names.leadsBack(ActorLink("q", .part, of: "p", isOn: false)))
    #expect(
      names.says(ActorLink("a", .same, of: "b")) && !names.says(ActorLink("a", .same, of: "c")))
    #expect(!names.says(ActorLink("a", .renamed, of: "b")))
    #expect(
      names.says(ActorLink("p", .part, of: "q")) && !names.says(ActorLink("p", .part, of: "r")))
    #expect(names.says(ActorLink("p", .part, of: "r", isOn: false)))
    #expect(names.says(ActorLink("s", .same, of: "s", isOn: false)))
    #expect(!names.says(ActorLink("a", .same, of: "a", isOn: false)))
  }

  @Test func `who is a part of somebody is known, as that one is, and nobody else`() {
    let names = names(ActorLink("Lab", .part, of: "Alphabet"))
    #expect(["Lab", "Alphabet", "Other"].map(names.isKnown) == [true, true, false])
  }

  @Test func `the log, a person and a dictionary know whom one may ask for`() throws {
    let history = try History(
      .event("a", by: ["Told"], amounts: [.money(1)]), .linked("Linked", .same, of: "Whole"))
    try history.store.store.ask { snapshot throws in
      let question = Question(
        snapshot, asOf: CivilDay("2026-11-23")!,
        vocabulary: Vocabulary(actor: { ["Listed", "上市"].contains($0) ? "Listed" : nil }))
      for name in ["Told", "Linked", "Whole", "Listed"] {
        #expect(try question.knownActor(name) == name)
        #expect(try question.toldActor(name) == name)
      }
      #expect(try question.knownActor("told") == "Told")
      #expect(try question.knownActor("上市") == "Listed")
      #expect(try question.toldActor("上市") == "上市")
      #expect(throws: QueryError.self) { try question.knownActor("Nobody") }
      #expect(throws: QueryError.self) { try question.toldActor("Nobody") }
    }
  }

  @Test func `a timeline and its queries follow`() throws {
    let history = try History(
      .event("a", on: "2020-05-01", by: ["Facebook"]), .event("b", on: "2022-05-01", by: ["FB"]),
      .event("c", on: "2022-06-01", by: ["Lab"]),
      .linked("FB", .same, of: "Facebook"),
      .linked("Facebook", .renamed, of: "Meta", since: "2021-10-28"),
      .linked("Lab", .part, of: "Meta"))
    func actors(_ query: String) throws -> [String] {
      try history.ask { question in
        try Inquiry.timeline.answer(question, Arguments(["query": [query]], for: .timeline))
      }.rows.map { Cell($0["actors"]).plain }
    }
    #expect(try actors("actor:Meta") == ["Facebook", "Meta"])
    #expect(try actors("actor:FB") == ["Facebook", "Meta"])
    #expect(try actors("group:Facebook") == ["Facebook", "Meta", "Lab"])
    #expect(try actors("not:actor:Meta") == ["Lab"])
  }

  @Test(arguments: [
    ("actor:Two Words", #"actor:"Two Words""#), ("not:actor:two words", #"not:actor:"two words""#),
    ("group:Whole Lot", #"group:"Whole Lot""#), ("source:The Wire", #"source:"The Wire""#),
    ("actor:上 市", #"actor:"上 市""#),
    ("actor:Two type:funding", "actor:Two type:funding"),
    ("actor:Nobody Here", "actor:Nobody Here"),
    ("source:Two Words", "source:Two Words"), ("type:Two Words", "type:Two Words"),
    ("two words: a title", "two words: a title"), (#"actor:"Two" Words"#, #"actor:"Two" Words"#),
  ])
  func `quotes that a shell has taken are put back where the whole is a name`(
    typed: String, meant: String
  ) throws {
    let history = try History(
      .event("a", by: ["Two Words"], source: "The Wire"),
      .linked("Whole Lots", .same, of: "Whole Lot"))
    try history.store.store.ask { snapshot throws in
      let question = Question(
        snapshot, asOf: CivilDay("2026-11-23")!,
        vocabulary: Vocabulary(actor: { $0 == "上 市" ? "Listed" : nil }))
      #expect(try question.quoted(typed) == meant)
    }
  }

  @Test func `a comparison and a trend follow`() throws {
    let history = try History(
      .event("a", by: ["Facebook"], amounts: [.money(1, of: "2020")]),
      .event("b", by: ["Meta"], amounts: [.money(2, of: "2021")]),
      .linked("Facebook", .renamed, of: "Meta"))
    let rows = try history.ask { question in
      try Inquiry.compare.answer(
        question, Arguments(["actors": ["Facebook"], "metric": ["revenue"]], for: .compare))
    }.rows
    #expect(rows.map { $0["actor"] } == ["Meta", "Meta"])
    #expect(
      try history.ask { try $0.growth(of: "revenue", by: "Meta", in: .all) }.observations.count == 2
    )
  }

  @Test func `the queue has the names that nobody knows, the most met first`() throws {
    let history = try History(
      .event("a", by: ["Known", "Fresh"]), .event("b", by: ["Fresh"]), .event("c", by: ["Freshh"]),
      .event("d", by: ["Seen"]), .linked("Seen", .same, of: "Known"))
    func list(_ arguments: [String: [String]]) throws -> [String] {
      try history.store.store.ask { snapshot in
        let question = Question(
          snapshot, asOf: CivilDay("2026-11-23")!,
          vocabulary: Vocabulary(actor: { $0 == "Known" ? $0 : nil }))
        return try Inquiry.actors.answer(question, Arguments(arguments, for: .actors))
      }.rows.map { "\(Cell($0["name"]).plain) \(Cell($0["events"]).plain)" }
    }
    #expect(try list(["unknown": ["yes"]]) == ["Fresh 2", "Freshh 1"])
    #expect(try list(["unknown": ["yes"], "limit": ["1"]]) == ["Fresh 2"])
    #expect(try list([:]) == ["Fresh 2", "Known 2", "Freshh 1"])
    #expect(try list(["name": ["seen"]]) == ["Known 2"])
  }
}
