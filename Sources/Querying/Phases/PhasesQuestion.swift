package import EventModel
import JSONText
package import Projections

extension Inquiry {
  package static let phases = Inquiry(
    "phases", "Show the phases of a sequence, with their lengths.", schema: "annals.phases/1",
    [Parameter("sequence", .text, "The sequence, such as nlp; none means all.")]
  ) { question, arguments in
    let sequence = arguments.text("sequence")
    if let sequence { _ = try question.phaseTable(of: sequence) }
    return try question.phases(of: sequence)
  }
}

extension Question {
  /// The phases of a sequence, or of all.
  package func phaseTables(of sequence: String? = nil) throws -> [PhaseTable] {
    try phaseTables(by: snapshot.statements(of: sequence))
  }

  /// The phases of the sequences that these statements define, those of a query filled with its events.
  func phaseTables(by statements: [Record]) throws -> [PhaseTable] {
    try PhaseTable.tables(of: statements).map { table in
      try table.query.map { try filled(table, withEventsOf: $0) } ?? table
    }
  }

  /// The events of a query that begin phases: in the order in which they happened, the first of each
  /// day.
  package func events(
    beginningPhasesOf query: String, where isKnown: (EventView) throws -> Bool = { _ in true }
  ) throws -> [(event: EventView, day: CivilDay)] {
    let query = try self.query(kept: query)
    let events = try snapshot.events(
      matching: query.filter, except: query.exclusions, from: nil, to: nil, order: .occurred,
      limit: nil)
    var first: [(event: EventView, day: CivilDay)] = []
    for event in events where try isKnown(event) {
      if let day = event.date?.first, first.last?.day != day { first.append((event, day)) }
    }
    return first
  }

  /// A sequence whose phases begin with the events of a query.
  func filled(
    _ table: PhaseTable, withEventsOf query: String,
    where isKnown: (EventView) throws -> Bool = { _ in true }
  ) throws -> PhaseTable {
    let phases = try events(beginningPhasesOf: query, where: isKnown).map { event, _ in
      PhaseTable.Phase(
        name: event.event.title, began: event.date, ended: nil, stated: nil,
        known: event.head.report.mention.published?.last, event: event.id)
    }
    return PhaseTable(
      sequence: table.sequence, title: table.title, unit: table.unit, query: table.query,
      phases: phases)
  }

  /// The one sequence of that name; throws a ``QueryError`` that suggests the nearest.
  package func phaseTable(of sequence: String) throws -> PhaseTable {
    guard let table = try phaseTables(of: sequence).first else { throw try noSequence(sequence) }
    return table
  }

  private func noSequence(_ sequence: String) throws -> QueryError {
    let known = try PhaseTable.tables(of: snapshot.statements()).map(\.sequence)
    return QueryError(
      "there is no sequence “\(sequence)”",
      hint: nearest(to: sequence, in: known).map { "did you mean “\($0)”?" }
        ?? (known.isEmpty
          ? "annals import Events/nlp-paradigms.jsonl brings one"
          : "the sequences are \(known.joined(separator: ", "))"))
  }

  /// The phases with their beginnings, ends, lengths by the boundaries, and stated lengths.
  package func phases(of sequence: String? = nil) throws -> Document {
    let tables = try phaseTables(of: sequence)
    return Document(
      schema: "annals.phases/1", head: snapshot.position, asOf: asOf,
      columns: [
        Column("sequence", key: "sequence"), Column("phase", key: "name"),
        Column("began") { .date($0["began"]) }, Column("ended") { .date($0["ended"]) },
        Column("duration", isNumeric: true) { row in
          row["duration"]?.double.map(Cell.decimal) ?? .number("", shown: "…")
        },
        Column("stated", isNumeric: true) { Cell(number: $0["stated"]?["value"]?.string) },
        Column("unit", key: "unit"),
        Column("stated unit", for: .programs) { Cell($0["stated"]?["unit"]) },
        Column("rounded to", isNumeric: true, for: .programs) { row in
          Cell(number: row["stated"]?["roundedTo"]?.string)
        },
      ], rows: tables.flatMap(Question.rows))
  }

  static func rows(_ table: PhaseTable) -> [JSON] {
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

  /// Whether the world could know of an event at the end of a day: it was recorded or published by then.
  func isKnown(_ event: EventView, by day: CivilDay) -> Bool {
    let end = Instant(day.advanced(by: 1))
    return (event.recorded ?? end) < end
      || event.head.report.mention.published?.last.map { $0 <= day } ?? false
  }

  /// A sequence as the world could know it at the end of a day: what the log had recorded by then,
  /// and what sources had published by then though it was recorded only later.
  ///
  /// The second makes a reconstruction of the first, which an answer has to say.
  func phaseTable(
    of sequence: String, knownBy day: CivilDay
  ) throws -> (table: PhaseTable, statements: [Record], isReconstructed: Bool) {
    let statements = try snapshot.statements(of: sequence)
    guard !PhaseTable.tables(of: statements).isEmpty else { throw try noSequence(sequence) }
    let end = Instant(day.advanced(by: 1))
    let known = statements.filter { record in
      guard record.recorded >= end else { return true }
      return record.change.published.map { $0 <= day } ?? false
    }
    var table = PhaseTable.tables(of: known).first
    if let defined = table, let query = defined.query {
      table = try filled(defined, withEventsOf: query) { isKnown($0, by: day) }
    }
    guard let table, !table.phases.isEmpty else {
      throw QueryError(
        "nothing was known of the sequence “\(sequence)” by \(day)",
        hint: "annals phases \(sequence) shows when its statements were published")
    }
    return (table, known, known.contains { $0.recorded >= end })
  }
}

extension Change {
  /// The last day on which a source may have said it; nil when it does not say when.
  var published: CivilDay? {
    switch self {
    case .sequenceDefined(let definition): definition.mention.published?.last
    case .phaseBegan(let boundary), .phaseEnded(let boundary): boundary.mention.published?.last
    case .durationStated(let stated): stated.mention.published?.last
    default: nil
    }
  }
}
