/// A question that cannot be understood: what is wrong, and what to write instead.
package struct QueryError: Error, Equatable, Sendable {
  package let message: String
  package let hint: String?

  package init(_ message: String, hint: String? = nil) {
    self.message = message
    self.hint = hint
  }
}

/// A question that is understood, of data that give no answer.
package struct UnusableInput: Error, Equatable, CustomStringConvertible, Sendable {
  package let reason: String

  package var description: String { reason }
}
