package import Querying

/// Markdown: paragraphs, lists and tables, in which text from feeds is only text.
package struct MarkdownFormat: Format {
  package init() {}

  package func write(_ document: Document, to output: (String) throws -> Void) rethrows {
    var isFirst = true
    func begin() throws {
      if !isFirst { try output("\n") }
      isFirst = false
    }
    func paragraph(_ text: String) throws {
      try begin()
      try output(SafeText.markdown(text) + "\n")
    }
    if let title = document.title { try paragraph(title) }
    for part in document.parts {
      switch part {
      case .paragraph(let text): try paragraph(text)
      case .facts(let facts) where facts.audience != .programs && !facts.facts.isEmpty:
        try begin()
        for fact in facts.facts {
          try output("- \(SafeText.markdown(fact.label)): \(MarkdownFormat.text(fact.value))\n")
        }
      case .table(let table) where table.audience != .programs:
        if let title = table.title, !table.rows.isEmpty { try paragraph(title) }
        try begin()
        try write(table, to: output)
        for note in table.footnotes { try paragraph(note) }
      case .notes(let notes) where !notes.isEmpty:
        try begin()
        for note in notes { try output("- \(SafeText.markdown(note))\n") }
      default: continue
      }
    }
  }

  private func write(_ table: Table, to output: (String) throws -> Void) rethrows {
    let columns = table.columns.filter { $0.audience != .programs }
    func line(_ cells: [String]) throws { try output("| \(cells.joined(separator: " | ")) |\n") }
    try line(columns.map { SafeText.markdown($0.title) })
    try line(columns.map { $0.isNumeric ? "--:" : "---" })
    for row in table.rows { try line(columns.map { MarkdownFormat.text($0.cell(row)) }) }
  }

  private static func text(_ cell: Cell) -> String {
    if case .url(let address) = cell { return SafeText.markdownLink(address) }
    return SafeText.markdown(cell.shown)
  }
}
