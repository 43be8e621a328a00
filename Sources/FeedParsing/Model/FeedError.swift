/// Why no feed could be read at all.
package struct FeedError: Error, Sendable, Equatable, CustomStringConvertible {
  package enum Code: Sendable {
    case empty, tooLarge, notAFeed, webPage, unreadable
  }

  package let code: Code
  /// The line where reading ended, counted from 1; 0 when it concerns the whole.
  package let line: Int
  /// A sentence without the file's name.
  package let reason: String

  package init(_ code: Code, line: Int = 0, _ reason: String) {
    self.code = code
    self.line = line
    self.reason = reason
  }

  package var description: String { line > 0 ? "line \(line): \(reason)" : reason }
}
