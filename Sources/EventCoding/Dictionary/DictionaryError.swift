/// Dictionary files that cannot be used, and everything that is wrong with them.
package struct DictionaryError: Error, Equatable, Sendable, CustomStringConvertible {
  package let findings: [DictionaryFinding]

  /// `mine.toml:3: events.fundin: unknown event type “fundin”; did you mean “funding”?`, a line for
  /// each finding.
  package var description: String { findings.map(\.sentence).joined(separator: "\n") }
}
