import JSONText
package import Querying

/// A document for a person at a terminal: tables with columns set in line, numbers to the right, text cut
/// where a row would be longer than the terminal is wide, and sentences broken at spaces.
package struct TableFormat: Format {
  /// In terminal cells; nil does not cut.
  package let width: Int?
  /// Whether to set the titles in bold.
  package let usesColor: Bool
  /// Whether to leave out the title of a table that stands alone.
  package let isQuiet: Bool
  /// By what is drawn.
  package let strokes: Strokes

  package init(
    width: Int?, usesColor: Bool, isQuiet: Bool = false, strokes: Strokes = .unicode
  ) {
    self.width = width
    self.usesColor = usesColor
    self.isQuiet = isQuiet
    self.strokes = strokes
  }

  package func write(_ document: Document, to output: (String) throws -> Void) rethrows {
    enum Kind { case title, paragraph, facts, table, notes }
    var last: Kind?
    func line(_ text: String) throws { try output(SafeText.message(text) + "\n") }
    func sentence(_ text: String, hanging: Int = 0) throws {
      for text in LineWrap.lines(SafeText.message(text), width: width, hanging: hanging) {
        try line(text)
      }
    }
    func begin(_ kind: Kind) throws {
      switch (last, kind) {
      case (nil, _), (.title, .paragraph), (.title, .table), (.paragraph, .paragraph): break
      default: try output("\n")
      }
      last = kind
    }
    if let title = document.title, !isQuiet || document.parts.count > 1 {
      try begin(.title)
      try sentence(title)
    }
    for part in document.parts {
      switch part {
      case .paragraph(let text):
        try begin(.paragraph)
        try sentence(text)
      case .facts(let facts) where facts.audience != .programs:
        try begin(.facts)
        let labels = facts.facts.map { DisplayWidth.of($0.label) }.max() ?? 0
        for fact in facts.facts where fact.value.shown != "" {
          let room = width.map { max(20, $0 - labels - TableLayout.gap) }
          var lines = LineWrap.lines(fact.value.line, width: room)
          var indent = labels + TableLayout.gap
          if let room, lines.contains(where: { DisplayWidth.of($0) > room }) {
            // A word that is longer than that has a line of its own.
            indent = TableLayout.gap
            lines = [""] + LineWrap.lines(fact.value.line, width: width.map { $0 - indent })
          }
          for (place, text) in lines.enumerated() {
            let label = place == 0 ? fact.label : ""
            try line(text.isEmpty ? label : DisplayWidth.padded(label, to: indent) + text)
          }
        }
      case .table(let table) where table.audience != .programs && !table.rows.isEmpty:
        try begin(.table)
        if let title = table.title { try sentence(title) }
        if document.lanes != nil, let lanes = LanesText(document, width: width ?? 100, strokes) {
          for text in lanes.lines { try line(text) }
          continue
        }
        try write(table, to: output)
        for text in drawing(of: table) { try line(text) }
        if !table.footnotes.isEmpty { try output("\n") }
        for note in table.footnotes { try sentence(note, hanging: 2) }
      case .notes(let notes) where !notes.isEmpty:
        try begin(.notes)
        for note in notes { try sentence("! \(note)", hanging: 2) }
      default: continue
      }
    }
  }

  private func write(_ table: Table, to output: (String) throws -> Void) rethrows {
    let columns = table.columns.filter { $0.audience != .programs }
    let cells = table.rows.map { row in columns.map { $0.cell(row) } }
    let layout = TableLayout(columns, cells, width: width)
    func line(_ texts: [String], _ places: [Int]) -> String {
      places.map {
        DisplayWidth.padded(texts[$0], to: layout.widths[$0], right: columns[$0].isNumeric)
      }.joined(separator: String(repeating: " ", count: TableLayout.gap))
    }
    func write(_ text: String) throws { try output(text.trimmingTrailingSpaces + "\n") }
    let common = layout.common.map { "\(columns[$0].title) \(layout.lines[0][$0])" }
    if !common.isEmpty {
      for text in LineWrap.lines("all: " + common.joined(separator: " · "), width: width) {
        try write(text)
      }
    }
    for (number, places) in layout.blocks.enumerated() {
      if number > 0 { try output("\n") }
      let titles = line(columns.map(\.title), places).trimmingTrailingSpaces
      if !titles.isEmpty { try write(usesColor ? "\u{1B}[1m\(titles)\u{1B}[0m" : titles) }
      let bars = number == 0 ? self.bars(of: table, beside: layout.total(places)) : []
      for (row, texts) in layout.lines.enumerated() {
        let bar = bars.isEmpty || bars[row].isEmpty ? "" : "  " + bars[row]
        try write(line(texts, places) + bar)
        guard number == 0 else { continue }
        if let title = layout.below, !texts[title].isEmpty {
          try write("  " + DisplayWidth.cut(texts[title], to: layout.widths[title]))
        }
        for text in layout.beneath[row].flatMap({ LineWrap.lines("  " + $0, width: width) }) {
          try write(text)
        }
      }
    }
  }

  /// What stands under a table.
  private func drawing(of table: Table) -> [String] {
    switch table.chart {
    case .bars(let key) where table.rows.count >= 8:
      let values = table.rows.map { $0[key]?.double ?? 0 }
      return ["", Sparkline.text(values, width: min(width ?? 100, 100), strokes)]
    case .fans:
      return [""] + FanText.lines(table.rows, width: min(width ?? 100, 100), strokes)
    default: return []
    }
  }

  /// The bars of a table's chart, none longer than sixty cells or than there is room beside the columns.
  private func bars(of table: Table, beside columns: Int) -> [String] {
    guard case .bars(let key) = table.chart else { return [] }
    let values = table.rows.map { max(0, $0[key]?.double ?? 0) }
    let room = Double(min(60, max(0, (width ?? .max) - columns - TableLayout.gap)))
    let scale = min(1, room / max(1, values.max() ?? 0))
    return zip(table.rows, values).map { row, value in
      // Hatched where the interval is not wholly covered.
      let stroke = row["coverage"] == "partial" ? strokes.partial : strokes.steps.last!
      return String(repeating: String(stroke), count: Int((value * scale).rounded(.up)))
    }
  }
}

extension String {
  var trimmingTrailingSpaces: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
