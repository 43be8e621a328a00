/// Why a text is no JSON, and where.
package struct JSONError: Error, Equatable, Sendable, CustomStringConvertible {
  /// Counted from 1.
  package let line: Int
  /// Bytes from the start of the text.
  package let offset: Int
  package let reason: String

  package var description: String { "line \(line): \(reason)" }
}
