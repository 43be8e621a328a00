/// What is wrong in a table, and in which of its lines, counted from one.
package struct TableProblem: Error, Equatable, Sendable {
  package let line: Int
  package let problem: String

  init(line: Int, _ problem: String) {
    self.line = line
    self.problem = problem
  }
}

/// A small table of figures as people keep them: a line of titles, then cells set apart by tabs or
/// commas; `#` begins a comment.
struct FigureTable {
  /// The cells of a line by the titles of their columns.
  let rows: [(line: Int, cells: [String: String])]

  init(reading text: String) throws(TableProblem) {
    var titles: [String] = []
    var rows: [(line: Int, cells: [String: String])] = []
    for (place, raw) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      let line = raw.prefix { $0 != "#" }
      guard line.contains(where: { !$0.isWhitespace }) else { continue }
      let cells = line.split(omittingEmptySubsequences: false) { $0 == "\t" || $0 == "," }
        .map { cell in
          String(cell.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
        }
      if titles.isEmpty {
        titles = cells
        continue
      }
      guard cells.count <= titles.count else {
        throw TableProblem(line: place + 1, "it has more cells than there are titles")
      }
      rows.append((place + 1, Dictionary(zip(titles, cells)) { $1 }))
    }
    self.rows = rows
  }
}
