public import Querying

/// Comma-separated values (RFC 4180) with a line of titles.
///
/// A cell of text that begins with `=`, `+`, `-` or `@` gets an apostrophe before it, so that no
/// spreadsheet takes words from a feed for a formula.
public struct CSVFormat: Format {
  public init() {}

  public func text(_ answer: Answer) -> String {
    let titles = answer.columns.map { CSVFormat.quoted($0.title) }
    let rows = answer.rows.map { row in
      answer.columns.map { column in
        let cell = SafeText.line(column.cell(row))
        let isFormula = cell.first.map { "=+-@".contains($0) } ?? false
        return CSVFormat.quoted(isFormula && !column.isNumeric ? "'" + cell : cell)
      }
    }
    return ([titles] + rows).map { $0.joined(separator: ",") + "\r\n" }.joined()
  }

  private static func quoted(_ cell: String) -> String {
    guard cell.contains(where: { ",\"".contains($0) }) else { return cell }
    return "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }
}
