import EventLog
import EventModel
import JSONText
import Projections
import TestSupport
import Testing

@testable import Querying

/// What saved queries let people be told of.
@Suite struct AlertTests {
  let saved = NewRecord.named(
    "q", .querySaved(SavedQuery(name: "rounds", query: "type:funding", isAlert: true)))

  @Test func `what was told before is told again where it is corrected, and not as a find`() throws
  {
    let history = try History(
      saved, .event("a0", "A"), .event("b0"), .corrected("a0", ["title": "B"]))
    func alerts(told: [RecordID: ToldAlert]) throws -> [String] {
      try history.ask { question in
        try question.alerts(
          of: SavedQuery(name: "rounds", query: "type:funding"), since: 1, after: 1, told: told
        ).map { "\($0.kind) \($0.id.short) \($0.number): \($0.corrections)" }
      }
    }
    #expect(
      try alerts(told: [:]) == ["found a0000000 0: []", "found b0000000 0: []"])
    #expect(
      try alerts(told: [.named("a0"): ToldAlert(number: 0, position: 3)])
        == [#"corrected a0000000 1: ["title A → B"]"#, "found b0000000 0: []"])
    #expect(
      try alerts(told: [.named("a0"): ToldAlert(number: 1, position: 4)]) == [
        "found b0000000 0: []"
      ])
  }

  @Test func `actors stand under the names that people have given to them`() throws {
    let history = try History(
      saved, .event("a0", "A", by: ["FB"]), .event("b0", "B", by: ["FB"]),
      .linked("FB", .same, of: "Meta"), .corrected("a0", ["title": "C"]))
    let alerts = try history.ask { question in
      try question.alerts(
        of: SavedQuery(name: "rounds", query: "actor:Meta"), since: 1, after: 1,
        told: [.named("a0"): ToldAlert(number: 0, position: 3)])
    }
    #expect(alerts.map(\.kind) == [.corrected, .found])
    #expect(alerts.map { $0.view.event.actors.map(\.name) } == [["Meta"], ["Meta"]])
    #expect(alerts[0].corrections == ["title A → C"])
  }

  @Test func `the list of saved queries says of which one is told`() throws {
    let silent = NewRecord.named("r", .querySaved(SavedQuery(name: "ships", query: "type:launch")))
    let document = try History(saved, silent).ask { question in
      try Inquiry.savedQueries.answer(question, Arguments([:], for: .savedQueries))
    }
    guard case .table(let table) = document.parts[0] else { return }
    let alert = try #require(table.columns.first { $0.title == "alert" && $0.audience == .people })
    #expect(table.rows.map(alert.cell) == [.boolean(true), .empty])
  }
}

extension NewRecord {
  fileprivate static func named(_ name: String, _ change: Change) -> NewRecord {
    NewRecord(id: .named(name), change: change)
  }
}
