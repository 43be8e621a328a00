/// Why no feed could be read at all.
public struct FeedError: Error, Sendable, Equatable, CustomStringConvertible {
  public enum Code: Sendable {
    case empty, tooLarge, notAFeed, webPage, unreadable
  }

  public let code: Code
  /// The line where reading ended, counted from 1; 0 when it concerns the whole.
  public let line: Int
  /// A sentence without the file's name.
  public let reason: String

  public init(_ code: Code, line: Int = 0, _ reason: String) {
    self.code = code
    self.line = line
    self.reason = reason
  }

  public var description: String { line > 0 ? "line \(line): \(reason)" : reason }
}
