import EventModel
package import Querying

/// Values set apart by commas or tabs, with a line of titles: one table, the first that programs are
/// meant to read, with numbers as plain digits.
package struct SeparatedFormat: Format {
  private let separator: String
  private let lineEnd: String
  private let cell: @Sendable (Cell) -> String

  /// RFC 4180. A text that begins with `=`, `+`, `-` or `@` gets an apostrophe before it, so that no
  /// spreadsheet takes words from a feed for a formula.
  package static let csv = SeparatedFormat(separator: ",", lineEnd: "\r\n") { cell in
    var text = SafeText.line(cell.plain)
    if case .number = cell {
    } else if let first = text.utf8.first, "=+-@".utf8.contains(first) {
      text = "'" + text
    }
    guard text.utf8.contains(where: ",\"".utf8.contains) else { return text }
    return text.quoted
  }

  /// What a pipe gets.
  package static let tsv = SeparatedFormat(separator: "\t", lineEnd: "\n") { cell in
    SafeText.line(cell.plain)
  }

  package func write(_ document: Document, to output: (String) throws -> Void) rethrows {
    func line(_ cells: [Cell]) throws {
      try output(cells.map(cell).joined(separator: separator) + lineEnd)
    }
    for part in document.parts {
      switch part {
      case .table(let table) where table.audience != .people:
        let columns = table.columns.filter { $0.audience != .people }
        try line(columns.map { .text($0.title) })
        for row in table.rows { try line(columns.map { $0.cell(row) }) }
        return
      case .facts(let facts) where facts.audience != .people:
        try line([.text("fact"), .text("value")])
        for fact in facts.facts { try line([.text(fact.label), fact.value]) }
        return
      default: continue
      }
    }
  }
}
