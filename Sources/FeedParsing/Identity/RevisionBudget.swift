/// How often an item may change before its changes are no longer news.
///
/// Some feeds put a counter or the time into their texts: each poll edits each item, for ever.
public struct RevisionBudget: Sendable, Equatable {
  public let limit: Int

  public init(limit: Int = 24) { self.limit = limit }

  public static let standard = RevisionBudget()

  /// Whether an item that has been revised so often may be revised once more.
  public func allows(after revisions: Int) -> Bool { revisions < limit }
}
