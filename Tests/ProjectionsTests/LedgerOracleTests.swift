import EventLog
import EventModel
import JSONText
import Projections
import TestSupport
import Testing

/// Forecasts, definitions and phases beside the reference, over random histories with acts and their
/// undoings, at every position.
@Suite struct LedgerOracleTests {
  typealias Fact = ReferenceModel.Fact

  static func history(_ count: Int, _ random: inout SplitMix64) -> [Fact] {
    var (forecasts, acts): ([RecordID], [RecordID]) = ([], [])
    let source = JSON.Member("mention", .object(["source": "test"]))
    return (1...count).map { number in
      let id = RecordID.naming("ledger", "\(number)")
      func member(_ key: String, _ id: RecordID) -> JSON.Member {
        .init(key, .string(id.description))
      }
      func act() -> [JSON.Member] {
        guard Int.random(in: 0..<4, using: &random) > 0 else { return [] }
        acts.append(.naming("act", "\(Int.random(in: number...(number + 1), using: &random))"))
        return [member("act", acts.last!)]
      }
      let forecast = forecasts.randomElement(using: &random) ?? .naming("nobody's")
      let (type, members): (String, [JSON.Member])
      switch Int.random(in: 0..<12, using: &random) {
      case 0...1:
        forecasts.append(id)
        type = "forecast.issued"
        members =
          [
            .init("title", .string("f\(number)")), .init("forecaster", "x"),
            .init("asOf", "2023-01-01"), .init("rule", .object(["judged": "words"])), source,
          ] + act()
      case 2...3:
        type = "forecast.resolved"
        members = [member("of", forecast), .init("date", "2024-01-01"), source] + act()
      case 4:
        type = "forecast.annulled"
        members = [member("of", forecast), .init("reason", "unfair")] + act()
      case 5...6:
        type = "sequence.defined"
        members =
          [
            .init("sequence", .string("s\(number % 2)")), .init("title", .string("t\(number)")),
            source,
          ] + act()
      case 7...8:
        type = "phase.began"
        members =
          [
            .init("sequence", "s0"), .init("phase", .string("p\(number % 2)")),
            .init("date", .string("\(1990 + number)")), source,
          ] + act()
      default:
        let undone = acts.randomElement(using: &random) ?? .naming("act", "0")
        let own = RecordID.naming("undoing", "\(number)")
        acts.append(own)
        type = "act.undone"
        members = [member("of", undone), member("act", own), .init("reason", "a slip")]
      }
      return Fact(id: id, type: type, data: .object(members))
    }
  }

  @Test(arguments: 0..<30)
  func `at every position the ledger and the statements are what the rules say`(seed: UInt64)
    throws
  {
    var random = SplitMix64(state: 77 + seed)
    let facts = Self.history(50, &random)
    let store = try TemporaryStore()
    var rest = facts[...]
    while !rest.isEmpty {
      let batch = rest.prefix(Int.random(in: 1...9, using: &random))
      try store.append(batch.map(NewRecord.init))
      rest = rest.dropFirst(batch.count)
    }
    for position in 0...facts.count {
      let reference = ReferenceLedger(facts.prefix(position))
      try store.store.ask(asOf: .position(Int64(position))) { snapshot in
        let ledger = try snapshot.ledger().map { entry in
          entry.isWithdrawn
            ? "withdrawn" : entry.verdict.map { "\($0.type.name) \($0.id)" } ?? "open"
        }
        #expect(ledger == reference.forecasts, "seed \(seed), position \(position)")
        let statements = try snapshot.statements().map(\.id)
        #expect(statements == reference.statements, "seed \(seed), position \(position)")
      }
    }
    #expect(try store.read(Projector.digestFaults) == [])
    #expect(try store.write { try Projector.verify($0) } == [])
  }
}
