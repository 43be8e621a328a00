/// A dictionary file that cannot be used.
public struct DictionaryError: Error, Equatable, Sendable, CustomStringConvertible {
  public let file: String
  public let problem: String

  public var description: String { "\(file): \(problem)" }
}
