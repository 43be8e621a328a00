/// How often an item may change before its changes are no longer news.
///
/// Some feeds put a counter or the time into their texts: each poll edits each item, for ever.
package struct RevisionBudget: Sendable, Equatable {
  package let limit: Int

  package init(limit: Int = 24) { self.limit = limit }

  package static let standard = RevisionBudget()

  /// Whether an item that has been revised so often may be revised once more.
  package func allows(after revisions: Int) -> Bool { revisions < limit }
}
