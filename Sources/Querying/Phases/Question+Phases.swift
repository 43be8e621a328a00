import EventModel
import JSONText
import Projections

extension Question {
  /// The phases of a sequence, or of all.
  public func phaseTables(of sequence: String? = nil) throws -> [PhaseTable] {
    try PhaseTable.tables(of: snapshot.statements(of: sequence)).map { table in
      try table.query.map { try filled(table, withEventsOf: $0) } ?? table
    }
  }

  /// A sequence whose phases begin with the events of a query, those of one day with the first.
  func filled(
    _ table: PhaseTable, withEventsOf query: String,
    where isKnown: (ReportRow) throws -> Bool = { _ in true }
  ) throws -> PhaseTable {
    let query = try EventQuery(query) { $0 }
    let events = try snapshot.events(
      matching: query.filter, except: query.exclusions, from: nil, to: nil, order: .occurred,
      limit: nil)
    var phases: [PhaseTable.Phase] = []
    for reports in events where try isKnown(reports[0]) {
      let (event, mention) = (reports[0].told.event, reports[0].told.mention)
      guard let date = event.date ?? mention.published, let day = date.first,
        phases.last?.began?.first != day
      else { continue }
      phases.append(
        PhaseTable.Phase(
          name: event.title, began: date, ended: nil, stated: nil, known: mention.published?.last))
    }
    return PhaseTable(
      sequence: table.sequence, title: table.title, unit: table.unit, query: table.query,
      phases: phases)
  }

  /// The one sequence of that name; throws a ``QueryError`` that suggests the nearest.
  public func phaseTable(of sequence: String) throws -> PhaseTable {
    if let table = try phaseTables(of: sequence).first { return table }
    let known = try phaseTables().map(\.sequence)
    throw QueryError(
      "there is no sequence “\(sequence)”",
      hint: nearest(to: sequence, in: known).map { "did you mean “\($0)”?" }
        ?? (known.isEmpty
          ? "annals import Events/nlp-paradigms.jsonl brings one"
          : "the sequences are \(known.joined(separator: ", "))"))
  }

  /// The phases with their beginnings, ends, lengths by the boundaries, and stated lengths.
  public func phases(of sequence: String? = nil) throws -> Answer {
    let tables = try phaseTables(of: sequence)
    return Answer(
      schema: "annals.phases/1", head: snapshot.position, asOf: asOf,
      columns: [
        Column("sequence", key: "sequence"), Column("phase", key: "name"),
        Column("began", key: "began"), Column("ended", key: "ended"),
        Column("duration", isNumeric: true) { row in
          row["duration"]?.double.map { "\(($0 * 100).rounded() / 100)" } ?? "…"
        },
        Column("stated", isNumeric: true) { Column.text($0["stated"]?["value"]) },
        Column("unit", key: "unit"),
      ], rows: tables.flatMap(Question.rows))
  }

  private static func rows(_ table: PhaseTable) -> [JSON] {
    table.phases.indices.map { index in
      let phase = table.phases[index]
      return .object([
        "sequence": .string(table.sequence),
        "name": .string(phase.name),
        "began": phase.began.map { .string($0.text) } ?? .null,
        "ended": table.end(of: index).map { .string($0.text) } ?? .null,
        "duration": table.duration(of: index).map(JSON.number) ?? .null,
        "unit": .string(table.unit.rawValue),
        "stated": phase.stated.map { stated in
          .object([
            "value": .string(stated.value.description), "unit": .string(stated.unit.rawValue),
            "roundedTo": stated.roundedTo.map { .string($0.description) } ?? .null,
          ])
        } ?? .null,
      ])
    }
  }
}
