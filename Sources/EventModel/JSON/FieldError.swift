/// A field of a JSON object that is missing or not what it should be.
package struct FieldError: Error, Equatable, Sendable, CustomStringConvertible {
  package let key: String
  package let problem: String

  package init(key: String, problem: String) {
    self.key = key
    self.problem = problem
  }

  package var description: String { "\(key): \(problem)" }
}
