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
}
