import EventModel
import JSONText
import Querying

/// A phase as it is drawn.
struct PhaseRow {
  let sequence: String
  let name: String
  let first: CivilDay
  /// Nil while it lasts.
  let last: CivilDay?
  /// `40 years`, as stated, else by the boundaries; empty while it lasts.
  let length: String

  init?(_ row: JSON) {
    guard let first = row["began"]?.string.flatMap({ try? PartialDate(edtf: $0) })?.first else {
      return nil
    }
    self.first = first
    sequence = row["sequence"]?.string ?? ""
    name = row["name"]?.string ?? ""
    last = row["ended"]?.string.flatMap { try? PartialDate(edtf: $0) }?.first
    let unit = row["stated"]?["unit"]?.string ?? row["unit"]?.string ?? "year"
    let value = row["stated"]?["value"]?.string.flatMap(Double.init) ?? row["duration"]?.double
    length = value.map { "\(Numerals.short($0)) \(unit)\($0 == 1 ? "" : "s")" } ?? ""
  }

  init(_ name: String, _ first: CivilDay, _ last: CivilDay?, length: String) {
    (sequence, self.name, self.first, self.last, self.length) = ("", name, first, last, length)
  }
}

/// Phases one under another, each a bar from its beginning to its end.
struct PhaseRows {
  let rows: [PhaseRow]
  let scale: TimeScale
  /// To which the phase that lasts is drawn.
  let until: CivilDay
  let gutter: Double

  static let height = 19.0

  func draw(top: Double) -> [Node] {
    rows.enumerated().flatMap { index, row -> [Node] in
      let y = top + PhaseRows.height * Double(index)
      let (from, to) = (scale.x(row.first), scale.x(min(row.last ?? until, until)))
      let names: StaticString = row.last == nil ? "open" : "phase"
      var nodes: [Node] = [
        .label(TextWidth.cut(row.name, to: gutter - 12), 8, y + 13, "name"),
        .rect(
          from, y + 3, max(to - from, 1.5), 12, names,
          [Attribute("data-first", row.first.description)],
          title: "\(row.name): \(row.first) to \(row.last?.description ?? "…") \(row.length)"),
      ]
      let width = TextWidth.of(row.length, size: 11)
      if !row.length.isEmpty, to + 6 + width <= scale.right {
        nodes.append(.label(row.length, to + 6, y + 13, "tick"))
      } else if !row.length.isEmpty, from - 6 - width >= scale.left {
        nodes.append(.label(row.length, from - 6, y + 13, "tick", anchor: .end))
      }
      return nodes
    }
  }
}
