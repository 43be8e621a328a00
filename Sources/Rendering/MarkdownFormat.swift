public import Querying

/// A table in Markdown.
public struct MarkdownFormat: Format {
  public init() {}

  public func text(_ answer: Answer) -> String {
    let titles = answer.columns.map(\.title)
    let rule = answer.columns.map { $0.isNumeric ? "--:" : "---" }
    let rows = answer.rows.map { row in
      answer.columns.map { SafeText.markdown($0.cell(row)) }
    }
    return ([titles, rule] + rows).map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
  }
}
