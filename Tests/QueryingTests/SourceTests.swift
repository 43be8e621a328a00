import EventLog
import EventModel
import JSONText
import Projections
import Querying
import TestSupport
import Testing

/// What each source has told, and what became of it.
@Suite struct SourceTests {
  func tallies(_ facts: NewRecord...) throws -> [String] {
    let history = try History()
    try history.store.append(facts)
    return try history.ask { question in
      let rows =
        try Inquiry.sources.answer(question, Arguments([:], for: .sources)).json["rows"]?.elements
      return (rows ?? []).map { row in
        let counts = ["reports", "events", "first", "rumours", "confirmed", "denied", "reprints"]
        return row["source"]!.string! + counts.map { " \(row[$0]!.integer!)" }.joined()
      }
    }
  }

  /// A report in the words of a wire, of an event of its own or of one more.
  func words(_ name: String, of event: String? = nil, by source: String, on day: String)
    -> NewRecord
  {
    let title = "Acme raises 5 million dollars in a round that Bolt leads"
    let report = Report(
      event: Event(type: .funding, title: title),
      mention: Mention(source: source, published: .edtf(day), title: title))
    let change = event.map {
      Change.eventMentioned(EventMention(of: .named($0), report: report, score: 1, reason: "alike"))
    }
    return NewRecord(id: .named(name), change: change ?? .eventReported(report))
  }

  @Test func `a source is first where it founded the event, and its rumours come true or not`()
    throws
  {
    #expect(
      try tallies(
        .event("a", stance: .rumoured, source: "Tips"),
        .mention("a1", of: "a", stance: .official, source: "Wire"),
        .event("b", stance: .rumoured, source: "Tips"),
        .mention("b1", of: "b", polarity: .denied, source: "Wire"),
        .event("c", source: "Wire")) == ["Wire 3 3 1 0 0 0 0", "Tips 2 2 2 2 1 1 0"])
  }

  @Test func `a report in the words of another source is a reprint of it`() throws {
    #expect(
      try tallies(
        words("a", by: "Wire", on: "2023-01-01"), words("a1", of: "a", by: "Echo", on: "2023-01-02")
      )
        == ["Echo 1 1 0 0 0 0 1", "Wire 1 1 1 0 0 0 0"])
  }

  @Test func `what is hidden is counted nowhere`() throws {
    #expect(
      try tallies(
        words("a", by: "Wire", on: "2023-01-01"),
        .mention("a1", of: "a", stance: .rumoured, source: "Tips"),
        .mention("a2", of: "a", "Told otherwise", stance: .rumoured, source: "Tips"),
        words("a3", of: "a", by: "Echo", on: "2023-01-02"),
        .mention("a4", of: "a", source: "Echo"),
        .corrected("a1", ["scope": .number(0.1)]), .corrected("a3", ["scope": .number(0.1)]))
        == ["Echo 1 1 0 0 0 0 0", "Tips 1 1 0 1 1 0 0", "Wire 1 1 1 0 0 0 0"])
  }
}
