import EventLog
import EventModel
import JSONText
import Projections
import TestSupport
import Testing

/// Which events machines leave as they are.
@Suite struct HandsSpecs {
  private func coded(_ name: String, act: String? = nil) -> NewRecord {
    let mention = Mention(item: .named("1a"), source: "Wire")
    let event = Event(
      type: .funding, title: name,
      evidence: Evidence(trigger: "x", span: 0..<1, confidence: 50, coder: "12ab"))
    return NewRecord(
      id: .named(name),
      change: .eventReported(
        Report(event: event, mention: mention, act: act.map(RecordID.named))))
  }

  private func isInHands(at position: Int64? = nil, _ records: [NewRecord]) throws -> Bool {
    try Given([.item("1a")] + records).ask(at: position) { try $0.isInHands(2) }
  }

  @Test func `what was coded of items is in nobody's hands`() throws {
    #expect(
      try !isInHands([
        coded("a"), .mention("b", of: "a"), .told("a", "again"), coded("c"),
        .merged("c", into: "a", by: .coder("12ab")),
      ]))
  }

  @Test func `what stands in a book is in hands`() throws {
    #expect(try isInHands([.event("a", source: "book:nlp")]))
  }

  @Test func `what a person told, of an item too, is in hands`() throws {
    #expect(try isInHands([coded("a", act: "f")]))
    #expect(
      try isInHands([coded("a"), coded("c", act: "f"), .merged("c", into: "a", by: .coder("x"))]))
  }

  @Test func `what a person corrected or retracted is in hands from then on`() throws {
    let records = [coded("a"), .corrected("a", ["title": "b"])]
    #expect(try isInHands(records))
    #expect(try isInHands(at: 3, records))
    #expect(try !isInHands(at: 2, records))
    #expect(try isInHands([coded("a"), .retracted("a")]))
  }
}
