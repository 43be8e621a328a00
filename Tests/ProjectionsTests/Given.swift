import EventLog
import EventModel
import Projections
import TestSupport

/// What a store believes that was told these facts, one after the other.
struct Given {
  let store: TemporaryStore

  init(_ facts: [NewRecord]) throws {
    store = try TemporaryStore()
    for fact in facts { try store.append([fact]) }
  }

  func ask<Answer>(at position: Int64? = nil, _ question: (Snapshot) throws -> Answer) throws
    -> Answer
  {
    try store.store.ask(asOf: position.map(AsOf.position) ?? .everything, question)
  }

  /// The events, newest first: `a b: Title, 2023-05, official` are the reports a and b of the event a.
  func events(at position: Int64? = nil) throws -> [String] {
    try ask(at: position) { snapshot in
      try snapshot.events(matching: ReportFilter(), order: .recorded).map { view in
        let names = [view.id.name] + view.accounts.map(\.id.name).filter { $0 != view.id.name }
        let head = view.accounts.contains { $0.id == view.id } ? "" : "(gone) "
        return "\(head)\(names.joined(separator: " ")): \(view.event.title), "
          + "\(view.date?.text ?? "undated"), \(view.stance.rawValue)"
      }
    }
  }

  /// The names of the events that a filter finds.
  func found(
    at position: Int64? = nil, except exclusions: [ReportFilter] = [], from first: String? = nil,
    to last: String? = nil, order: EventOrder = .recorded, limit: Int? = nil,
    _ change: (inout ReportFilter) -> Void = { _ in }
  ) throws -> [String] {
    var filter = ReportFilter()
    change(&filter)
    return try ask(at: position) { snapshot in
      try snapshot.events(
        matching: filter, except: exclusions, from: first.flatMap { CivilDay($0) },
        to: last.flatMap { CivilDay($0) }, order: order, limit: limit
      ).map(\.id.name)
    }
  }
}

func given(_ facts: NewRecord...) throws -> Given { try Given(facts) }

extension RecordID {
  /// The name that the test gave it; see ``RecordID/named(_:)``.
  var name: String {
    let digits = description.prefix { $0 != "0" }
    return RecordID.named(String(digits)) == self ? String(digits) : String(description.prefix(8))
  }
}
