package import EventModel
package import JSONText

/// What a page tells of a query, a company, a sequence or the whole store: the answers to the questions of
/// the registry, each as its command gives it.
package struct ReportAnswer: Sendable {
  /// What it is about, as a heading.
  package let title: String
  /// The same as a query; empty for the whole store.
  package let query: [String]
  package let period: Period
  package let asOf: CivilDay
  /// The store's state, `annals.status/1`.
  package let status: JSON
  /// In the order in which they happened.
  package let events: Document
  package let comparisons: [Document]
  /// Nil where there is no event.
  package let trend: Document?
  package let growth: [Document]
  package let sequences: [Sequence]
  /// The scores and the entries; nothing of what is narrower than a sequence.
  package let ledger: [Document]
  /// Until when who would have told it.
  package let coverage: Document

  /// A sequence's phases, and its forecast where one can be made.
  package struct Sequence: Sendable {
    package let name: String
    package let phases: Document
    package let forecast: Document?
  }

  /// The position that was seen.
  package var head: Int64 { events.json["head"]?.integer ?? 0 }
}
