/// Something wrong in a file, and where.
package struct Finding: Error, Equatable, Sendable, CustomStringConvertible {
  package let file: String
  /// Counted from 1; nil when it is about the whole file.
  package let line: Int?
  package let message: String

  package init(file: String, line: Int?, message: String) {
    self.file = file
    self.line = line
    self.message = message
  }

  /// `Events/llm.jsonl:118: type: unknown event type “funding-round”; did you mean “funding”?`
  package var description: String {
    line.map { "\(file):\($0): \(message)" } ?? "\(file): \(message)"
  }
}
