/// A question that cannot be understood: what is wrong, and what to write instead.
public struct QueryError: Error, Equatable, Sendable {
  public let message: String
  public let hint: String?

  public init(_ message: String, hint: String? = nil) {
    self.message = message
    self.hint = hint
  }
}

/// A question that is understood, of data that give no answer.
public struct UnusableInput: Error, Equatable, CustomStringConvertible, Sendable {
  public let reason: String

  public var description: String { reason }
}
