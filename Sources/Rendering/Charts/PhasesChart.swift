import EventModel
import JSONText
import Querying

/// The phases of one sequence or of several, each sequence on a scale of its own.
struct PhasesChart {
  private let options: Figure.Options
  private let asOf: CivilDay
  private let sequences: [(name: String, rows: [PhaseRow])]

  init?(_ document: Document, _ options: Figure.Options) {
    guard let asOf = document.json["asOf"]?.string.flatMap({ CivilDay($0) }) else { return nil }
    let rows = document.rows.compactMap(PhaseRow.init).filter { $0.first <= asOf }
    var order: [String] = []
    for row in rows where !order.contains(row.sequence) { order.append(row.sequence) }
    guard !order.isEmpty else { return nil }
    (self.options, self.asOf) = (options, asOf)
    sequences = order.map { name in (name, rows.filter { $0.sequence == name }) }
  }

  var figure: Figure {
    let gutter = options.isNarrow ? 120.0 : 220.0
    var (y, nodes) = (sequences.count > 1 ? 28.0 : 14.0, [Node]())
    for (name, rows) in sequences {
      if sequences.count > 1 {
        nodes.append(
          .label(TextWidth.cut(name, to: gutter - 12, size: TextWidth.bold()), 8, y + 14, "strong"))
      }
      let scale = TimeScale(
        rows.map(\.first).min()!, asOf, left: gutter, right: options.width - 10)
      let foot = y + 30 + PhaseRows.height * Double(rows.count)
      let drawing = PhaseRows(rows: rows, scale: scale, until: asOf, gutter: gutter).draw(
        top: y + 26)
      nodes.append(
        .group(
          "sequence",
          Node.axis(scale, labels: y + 16, from: y + 22, to: foot)
            + [.asOfLine(asOf, scale.x(asOf), top: y + 22, foot: foot)] + drawing,
          label: "\(name), \(Numerals.counted(rows.count, "phase"))"))
      y = foot + 12
    }
    return Figure(
      "phases", title: title, sentence: sentence, width: options.width, height: y, nodes)
  }

  private var title: String {
    sequences.count == 1
      ? "phases of \(sequences[0].name)" : "phases of \(sequences.count) sequences"
  }

  private var sentence: String {
    sequences.map { name, rows in
      let last = rows.last { $0.last == nil }
      return "\(name): \(Numerals.counted(rows.count, "phase")) since \(rows[0].first)"
        + (last.map { ", the last, “\($0.name)”, since \($0.first)" } ?? "")
    }.joined(separator: "; ") + "."
  }
}
