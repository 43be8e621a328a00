import Querying

extension Document {
  /// The same with so many rows alone in what people see of its one table, and how many more there are.
  func showingFirst(_ count: Int) -> Document {
    guard parts.count == 1, case .table(let table) = parts[0], table.rows.count > count else {
      return self
    }
    let programs = Table(table.columns, table.rows, for: .programs)
    let people = Table(
      table.columns, Array(table.rows.prefix(count)), title: table.title, for: .people,
      chart: table.chart,
      footnotes: table.footnotes + ["… \(table.rows.count - count) more: -n \(table.rows.count)"])
    var document = Document(title: title, parts: [.table(programs), .table(people)], json: json)
    document.subject = subject
    return document
  }

  /// The same with these columns alone, in this order, in every table for people that has one of them.
  func showing(_ titles: [String]) -> Document {
    let parts = parts.map { part in
      guard case .table(let table) = part, table.audience != .programs else { return part }
      let columns = titles.compactMap { title in
        table.columns.first { $0.title == title && $0.audience != .programs }
      }
      guard !columns.isEmpty else { return part }
      return .table(
        Table(columns, table.rows, title: table.title, for: table.audience, chart: table.chart))
    }
    return Document(title: title, parts: parts, json: json)
  }
}
