/// Dictionary files that cannot be used, and everything that is wrong with them.
public struct DictionaryError: Error, Equatable, Sendable, CustomStringConvertible {
  public let findings: [DictionaryFinding]

  /// `mine.toml:3: events.fundin: unknown event type “fundin”; did you mean “funding”?`, a line for
  /// each finding.
  public var description: String { findings.map(\.sentence).joined(separator: "\n") }
}
