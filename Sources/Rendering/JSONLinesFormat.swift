import JSONText
public import Querying

/// A JSON object a row, one to a line, without the envelope.
public struct JSONLinesFormat: Format {
  public init() {}

  public func text(_ answer: Answer) -> String {
    answer.rows.map { SafeText.json($0) + "\n" }.joined()
  }
}
