package import EventModel

/// Which columns of a table are which fields of events, and what is the same in all its rows.
package struct SheetMap {
  private(set) var columns: [(field: SheetField, title: String)] = []
  private(set) var constants: [(field: SheetField, value: String)] = []
  /// The kinds of amounts that columns may hold, by the names of their metrics.
  let metrics: [String: String]

  /// - Parameters:
  ///   - columns: `date=Tag,title=Titel`; a comma in a column's title is no end of it.
  ///   - constants: `type=funding,currency=EUR`.
  ///   - metrics: the amounts that columns may hold, and the kind of each.
  package init(
    _ columns: [String], setting constants: [String] = [],
    metrics: [(name: String, kind: String)]
  ) throws(FieldError) {
    self.metrics = Dictionary(metrics.map { ($0.name, $0.kind) }) { one, _ in one }
    let metrics = metrics.map(\.name)
    for (name, title) in try SheetMap.pairs(columns, "--map", "date=Tag,title=Titel") {
      do { self.columns.append((try SheetField(name, metrics: metrics), title)) } catch {
        guard SheetField.named(title, metrics: metrics) != nil else { throw error }
        throw FieldError(
          key: "--map", problem: "write the field first, then the column: \(title)=\(name)")
      }
    }
    for (name, value) in try SheetMap.pairs(constants, "--set", "type=funding") {
      self.constants.append((try SheetField(name, metrics: metrics), value))
    }
  }

  private static func pairs(
    _ texts: [String], _ key: String, _ example: String
  ) throws(FieldError) -> [(String, String)] {
    var pairs: [(String, String)] = []
    for text in texts {
      for piece in text.split(separator: ",", omittingEmptySubsequences: false) {
        let parts = piece.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        if parts.count == 2 {
          pairs.append((String(parts[0]).trimmed, String(parts[1]).trimmed))
        } else if let last = pairs.popLast() {
          pairs.append((last.0, "\(last.1),\(piece)"))
        } else {
          throw FieldError(key: key, problem: "“\(text)” names no column; write \(example)")
        }
      }
    }
    return pairs
  }

  /// The place of each field in rows under these titles, and the titles that are no field's. A column
  /// that is called like a field is that field where no other is.
  func places(in titles: [String]) throws(FieldError) -> (
    places: [(field: SheetField, place: Int)], unused: [String]
  ) {
    var places: [(field: SheetField, place: Int)] = []
    for (field, title) in columns {
      guard let place = titles.firstIndex(where: { $0.lowercased() == title.lowercased() }) else {
        let near = nearest(to: title, in: titles)
        throw FieldError(
          key: "--map",
          problem: "there is no column “\(title)”; "
            + (near.map { "did you mean “\($0)”?" }
              ?? "the columns are \(titles.joined(separator: ", "))"))
      }
      places.append((field, place))
    }
    for (place, title) in titles.enumerated() where !places.contains(where: { $0.place == place }) {
      guard let field = SheetField.named(title.lowercased(), metrics: Array(metrics.keys)),
        !places.contains(where: { $0.field == field })
      else { continue }
      places.append((field, place))
    }
    let taken = Set(places.map(\.place))
    return (
      places,
      titles.indices.filter { !taken.contains($0) && !titles[$0].isEmpty }.map { titles[$0] }
    )
  }
}
