public import Querying

/// Tab-separated values with a line of titles: what a pipe gets.
public struct TSVFormat: Format {
  public init() {}

  public func text(_ answer: Answer) -> String {
    let titles = answer.columns.map(\.title)
    let rows = answer.rows.map { row in answer.columns.map { SafeText.line($0.cell(row)) } }
    return ([titles] + rows).map { $0.joined(separator: "\t") + "\n" }.joined()
  }
}
