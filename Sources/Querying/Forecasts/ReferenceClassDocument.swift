package import EventModel
package import Forecasting
import JSONText
import Projections

extension Question {
  /// A sequence of the log as a member of the reference class.
  package func referenceSequence(_ name: String) throws -> ReferenceSequence {
    let table = try phaseTable(of: name)
    let days = table.phases.compactMap { $0.began?.first }
    guard days.count >= 2, zip(days, days.dropFirst()).allSatisfy(<) else {
      throw QueryError(
        "the sequence “\(name)” has no two dated phases", hint: "annals phases \(name)")
    }
    return ReferenceSequence(id: name, title: table.title, days: days, source: "the log")
  }
}

extension Document {
  /// The members of the reference class behind every prior.
  package init(_ referenceClass: ReferenceClass, asOf: CivilDay) {
    self.init(
      schema: "annals.reference-class/1", head: 0, asOf: asOf,
      columns: [
        Column("id", key: "id"), Column("title", key: "title"),
        Column("phases", key: "phases", isNumeric: true), Column("unit", key: "unit"),
        Column("source", key: "source"),
      ],
      rows: referenceClass.members.map { member in
        .object([
          "id": .string(member.id), "title": .string(member.title),
          "phases": .number(Int64(member.durations.count)), "unit": .string(member.unit),
          "durations": .array(member.durations.map { .number($0) }),
          "relatives": .strings(member.relatives), "source": .string(member.source),
        ])
      })
  }
}
