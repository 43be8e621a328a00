import Querying

extension Document {
  /// The same with so many rows alone in what people see of its one table, and how many more there are.
  func showingFirst(_ count: Int) -> Document {
    guard parts.count == 1, case .table(let table) = parts[0], table.rows.count > count else {
      return self
    }
    let programs = Table(table.columns, table.rows, for: .programs)
    var people = table
    people.audience = .people
    people.rows = Array(table.rows.prefix(count))
    people.footnotes.append("… \(table.rows.count - count) more: -n \(table.rows.count)")
    var document = self
    document.parts = [.table(programs), .table(people)]
    return document
  }

  /// The same with these columns alone, in this order, in every table for people that has one of them.
  func showing(_ titles: [String]) -> Document {
    var document = self
    document.parts = parts.map { part in
      guard case .table(let table) = part, table.audience != .programs else { return part }
      let columns = titles.compactMap { title in
        table.columns.first { $0.title == title && $0.audience != .programs }
      }
      guard !columns.isEmpty else { return part }
      var shown = table
      shown.columns = columns
      return .table(shown)
    }
    return document
  }
}
