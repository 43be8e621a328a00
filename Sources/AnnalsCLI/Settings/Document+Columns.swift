import Querying

extension Document {
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
