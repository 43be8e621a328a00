import EventLog
import EventModel
import Projections
import Querying
import TestSupport

/// A store that knows what a test tells it, and answers.
struct History {
  let store: TemporaryStore

  init(_ facts: NewRecord...) throws {
    store = try TemporaryStore()
    try store.append(facts)
  }

  /// The log learns more at a moment.
  @discardableResult
  func learn(_ facts: NewRecord..., at moment: String) throws -> History {
    try store.append(facts, now: Instant(moment)!)
    return self
  }

  func ask<Answer>(
    on day: String = "2026-11-23", _ question: (Question) throws -> Answer
  ) throws -> Answer {
    try store.store.ask { try question(Question($0, asOf: CivilDay(day)!)) }
  }
}
