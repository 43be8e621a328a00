import EventModel
import Projections

/// What a report is about.
enum ReportSubject {
  /// With its sequences.
  case everything([String])
  case sequence(PhaseTable)
  case events(title: String, query: [String])

  /// What words mean: a sequence, a saved query, a company, or a query.
  init(_ words: [String], _ question: Question) throws {
    let name = words.joined(separator: " ")
    self = .events(title: name, query: words)
    if words.isEmpty {
      self = .everything(try question.phaseTables().map(\.sequence))
    } else if name.contains(where: { ":\"".contains($0) }) {
      return
    } else if let known = try question.known(ofSequence: name) {
      self = .sequence(known.table)
    } else if let saved = try question.snapshot.savedQueries(named: name).first {
      self = .events(title: saved.name, query: ["saved:\(saved.name)"])
    } else if let actor = try question.snapshot.actorName(question.actorName(name)) {
      self = .events(title: actor, query: ["actor:\"\(actor)\""])
    }
  }

  var title: String {
    switch self {
    case .everything: "everything"
    case .sequence(let table): table.title
    case .events(let title, _): title
    }
  }

  /// Nil for a sequence whose phases are stated one by one, and so has no events.
  var query: [String]? {
    switch self {
    case .everything: []
    case .sequence(let table): table.query.map { [$0] }
    case .events(_, let query): query
    }
  }

  var sequences: [String] {
    switch self {
    case .everything(let names): names
    case .sequence(let table): [table.sequence]
    case .events: []
    }
  }

  /// What the question for coverage takes.
  var coverage: [String] {
    switch self {
    case .everything: []
    case .sequence(let table): [table.sequence]
    case .events(_, let query): query
    }
  }

  var hasLedger: Bool {
    if case .events = self { false } else { true }
  }
}
