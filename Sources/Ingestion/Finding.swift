/// Something wrong in a file, and where.
public struct Finding: Error, Equatable, Sendable, CustomStringConvertible {
  public let file: String
  /// Counted from 1; nil when it is about the whole file.
  public let line: Int?
  public let message: String

  public init(file: String, line: Int?, message: String) {
    self.file = file
    self.line = line
    self.message = message
  }

  /// `Events/llm.jsonl:118: type: unknown event type “funding-round”; did you mean “funding”?`
  public var description: String {
    line.map { "\(file):\($0): \(message)" } ?? "\(file): \(message)"
  }
}
