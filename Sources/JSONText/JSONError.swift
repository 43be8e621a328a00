/// Why a text is no JSON, and where.
package struct JSONError: Error, Equatable, Sendable, CustomStringConvertible {
  /// Counted from 1.
  package let line: Int
  /// Bytes from the start of the text.
  package let offset: Int
  package let reason: String

  package var description: String { "line \(line): \(reason)" }
}

extension Error {
  /// What is wrong with a line of JSON Lines, whose number its reader knows better than the parser.
  package var reasonInLine: String { (self as? JSONError)?.reason ?? "\(self)" }
}
