import Querying

/// How a table is set into a line of so many cells.
///
/// Where it does not fit, columns that say the same in all rows are told once above it, spare ones are
/// left out, what must stay whole goes below its row, and the title gets the room that is left; where that
/// is less than thirty cells, it takes a line of its own. Numbers, days and ids are never cut: what still
/// does not fit follows in further blocks, each with the first column.
struct TableLayout {
  /// The places of the columns, block by block.
  private(set) var blocks: [[Int]]
  /// By place.
  private(set) var widths: [Int]
  /// Columns that say the same in all rows.
  private(set) var common: [Int] = []
  /// The title's place where it stands below its row.
  private(set) var below: Int?
  /// What else stands below each row, since the line has no room for all of it.
  private(set) var beneath: [[String]]

  /// What people see of each cell, row by row, on one line.
  private(set) var lines: [[String]]

  static let gap = 2
  private static let leastTitle = 30
  private static let comfortableTitle = 36

  /// - Parameter width: in terminal cells; nil for a line without end.
  init(_ columns: [Column], _ cells: [[Cell]], width: Int?) {
    lines = cells.map { $0.map(\.line) }
    beneath = cells.map { _ in [] }
    let shown = lines
    widths = columns.indices.map { place in
      ([columns[place].title] + shown.map { $0[place] }).map(DisplayWidth.of).max()!
    }
    let filled = columns.indices.filter { place in shown.contains { !$0[place].isEmpty } }
    blocks = [filled]
    guard let width, total(filled) > width else { return }
    var kept = filled
    let title = kept.first { columns[$0].fit == .title }
    func room(beside title: Int) -> Int {
      width - total(kept) + widths[title]
    }
    func isCramped() -> Bool {
      title.map { room(beside: $0) < min(widths[$0], Self.comfortableTitle) }
        ?? (total(kept) > width)
    }

    for place in filled where shown.count > 1 && kept.count > 1 {
      let (column, first) = (columns[place], shown[0][place])
      guard column.fit != .title, !column.isNumeric, !column.title.isEmpty,
        shown.allSatisfy({ $0[place] == first })
      else { continue }
      common.append(place)
      kept.removeAll { $0 == place }
    }
    for place in kept where columns[place].fit == .spare && isCramped() {
      kept.removeAll { $0 == place }
    }

    func isTooLong() -> Bool {
      title.map { room(beside: $0) < min(widths[$0], Self.leastTitle) } ?? (total(kept) > width)
    }
    func shrink(_ places: [Int], to least: Int, while isTooLong: () -> Bool) {
      while isTooLong(), let widest = places.max(by: { widths[$0] < widths[$1] }),
        widths[widest] > least
      {
        widths[widest] -= 1
      }
    }
    let whole = kept.filter { columns[$0].fit == .whole }
    shrink(whole, to: 12, while: isTooLong)
    for place in whole {
      for row in lines.indices where DisplayWidth.of(lines[row][place]) > widths[place] {
        beneath[row].append(lines[row][place])
        lines[row][place] = ""
      }
      let rest = lines.map { DisplayWidth.of($0[place]) }.max()!
      widths[place] = min(widths[place], max(rest, DisplayWidth.of(columns[place].title)))
      if rest == 0 { kept.removeAll { $0 == place } }
    }

    let flexible = kept.filter { place in
      place != title && ![.whole, .fixed].contains(columns[place].fit) && !columns[place].isNumeric
        && !cells.contains { $0[place].isRigid }
    }
    if let title {
      shrink(flexible, to: 12, while: isTooLong)
      if isTooLong(), kept.count > 1 {
        below = title
        kept.removeAll { $0 == title }
        widths[title] = min(widths[title], max(1, width - Self.gap))
      } else {
        widths[title] = min(widths[title], max(1, room(beside: title)))
      }
    }
    let rest = flexible.filter(kept.contains)
    let least = total(kept) - rest.reduce(0) { $0 + max(0, widths[$1] - 8) }
    if least <= width { shrink(rest, to: 8) { total(kept) > width } }
    let lead = kept.prefix(1).filter { !columns[$0].isNumeric }
    blocks = [[]]
    for place in kept {
      if !blocks.last!.isEmpty, blocks.last! != lead, total(blocks.last! + [place]) > width {
        blocks.append(lead)
      }
      blocks[blocks.count - 1].append(place)
    }
    for block in blocks {
      shrink(rest.filter(block.contains), to: 8) { total(block) > width }
    }
  }

  /// How wide these columns are side by side.
  func total(_ places: [Int]) -> Int {
    places.reduce(0) { $0 + widths[$1] } + Self.gap * max(0, places.count - 1)
  }
}

extension Cell {
  /// What people see of it, on one line.
  var line: String { SafeText.line(shown) }

  /// Whether a part of it would say something else.
  fileprivate var isRigid: Bool {
    switch self {
    case .number, .date, .moment, .id: true
    default: false
    }
  }
}
