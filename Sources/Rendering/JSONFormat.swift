import JSONText
public import Querying

/// The whole answer as one JSON object: the versioned envelope with its rows.
public struct JSONFormat: Format {
  public init() {}

  public func text(_ answer: Answer) -> String { SafeText.json(answer.json) + "\n" }
}
