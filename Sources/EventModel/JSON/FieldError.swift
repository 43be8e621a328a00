/// A field of a JSON object that is missing or not what it should be.
public struct FieldError: Error, Equatable, Sendable, CustomStringConvertible {
  public let key: String
  public let problem: String

  public init(key: String, problem: String) {
    self.key = key
    self.problem = problem
  }

  public var description: String { "\(key): \(problem)" }
}
