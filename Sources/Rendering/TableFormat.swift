import JSONText
package import Querying

/// A document for a person at a terminal: tables with columns set in line, numbers to the right, and
/// text cut where the line would be longer than the terminal is wide.
package struct TableFormat: Format {
  /// In terminal cells; nil does not cut.
  package let width: Int?
  /// Whether to set the titles in bold.
  package let usesColor: Bool
  /// Whether to leave out the title of a table that stands alone.
  package let isQuiet: Bool

  package init(width: Int?, usesColor: Bool, isQuiet: Bool = false) {
    self.width = width
    self.usesColor = usesColor
    self.isQuiet = isQuiet
  }

  package func write(_ document: Document, to output: (String) throws -> Void) rethrows {
    enum Kind { case title, paragraph, facts, table, notes }
    var last: Kind?
    func line(_ text: String) throws { try output(SafeText.message(text) + "\n") }
    func begin(_ kind: Kind) throws {
      switch (last, kind) {
      case (nil, _), (.title, .paragraph), (.title, .table), (.paragraph, .paragraph): break
      default: try output("\n")
      }
      last = kind
    }
    if let title = document.title, !isQuiet || document.parts.count > 1 {
      try begin(.title)
      try line(title)
    }
    for part in document.parts {
      switch part {
      case .paragraph(let text):
        try begin(.paragraph)
        try line(text)
      case .facts(let facts) where facts.audience != .programs:
        try begin(.facts)
        let labels = facts.facts.map { DisplayWidth.of($0.label) }.max() ?? 0
        for fact in facts.facts where fact.value.shown != "" {
          try line(pad(fact.label, labels, right: false) + "  " + SafeText.line(fact.value.shown))
        }
      case .table(let table) where table.audience != .programs && !table.rows.isEmpty:
        try begin(.table)
        if let title = table.title { try line(title) }
        try write(table, to: output)
      case .notes(let notes) where !notes.isEmpty:
        try begin(.notes)
        for note in notes { try line("! \(note)") }
      default: continue
      }
    }
  }

  private func write(_ table: Table, to output: (String) throws -> Void) rethrows {
    let columns = table.columns.filter { $0.audience != .programs }
    let cells = table.rows.map { row in columns.map { SafeText.line($0.cell(row).shown) } }
    let shown = columns.indices.filter { column in cells.contains { !$0[column].isEmpty } }
    let widths = columnWidths(
      shown.map { column in
        ([columns[column].title] + cells.map { $0[column] }).map(DisplayWidth.of).max()!
      },
      shrinks: shown.map { !columns[$0].isNumeric },
      flexible: shown.firstIndex { columns[$0].title == "title" })
    func line(_ texts: [String]) -> String {
      let padded = shown.enumerated().map { place, column in
        pad(texts[column], widths[place], right: columns[column].isNumeric)
      }
      return padded.joined(separator: "  ")
    }
    let titles = line(columns.map(\.title)).trimmingTrailingSpaces
    if !titles.isEmpty { try output((usesColor ? "\u{1B}[1m\(titles)\u{1B}[0m" : titles) + "\n") }
    for (row, texts) in zip(table.rows, cells) {
      let bar = bar(of: row, in: table)
      try output((line(texts) + (bar.isEmpty ? "" : "  " + bar)).trimmingTrailingSpaces + "\n")
    }
  }

  private func bar(of row: JSON, in table: Table) -> String {
    guard case .bars(let key) = table.chart else { return "" }
    // Hatched where the interval is not wholly covered.
    let stroke = row["coverage"] == "partial" ? "▒" : "█"
    return String(repeating: stroke, count: min(60, max(0, Int(row[key]?.double ?? 0))))
  }

  /// Takes what the line is too long by from the flexible column, then from the widest ones; a number
  /// is never cut.
  private func columnWidths(_ natural: [Int], shrinks: [Bool], flexible: Int?) -> [Int] {
    var widths = natural
    guard let width else { return widths }
    var excess = widths.reduce(0, +) + 2 * (widths.count - 1) - width
    while excess > 0 {
      let widest = widths.indices.filter { shrinks[$0] }.max { widths[$0] < widths[$1] }
      guard let column = flexible.flatMap({ widths[$0] > 24 ? $0 : nil }) ?? widest,
        widths[column] > 8
      else { break }
      widths[column] -= 1
      excess -= 1
    }
    return widths
  }

  private func pad(_ text: String, _ width: Int, right: Bool) -> String {
    let cut = DisplayWidth.cut(text, to: width)
    let space = String(repeating: " ", count: max(0, width - DisplayWidth.of(cut)))
    return right ? space + cut : cut + space
  }
}

extension String {
  fileprivate var trimmingTrailingSpaces: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
