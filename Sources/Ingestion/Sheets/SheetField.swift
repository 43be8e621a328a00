import EventModel

/// What a column of a table may mean: a field of a row of a book, or an amount of a metric.
enum SheetField: Hashable {
  case text(String)
  /// Several in a cell, separated by semicolons.
  case list(String)
  /// Actors in one role.
  case role(String)
  /// Amounts of one metric.
  case metric(String)

  private static let texts: Set = [
    "id", "date", "type", "title", "stance", "polarity", "attribution", "phase", "horizon",
    "source", "published", "quote", "lang", "note", "metric", "amount", "currency", "unit",
    "period",
  ]
  private static let lists: Set = ["actors", "objects", "tags"]
  private static let synonyms = [
    "actor": "actors", "object": "objects", "tag": "tags", "url": "source", "value": "amount",
    "language": "lang", "company": "actors", "quantity": "amount",
  ]

  /// Throws a ``FieldError`` that suggests the nearest for what is no field.
  init(_ name: String, metrics: [String]) throws(FieldError) {
    guard let field = SheetField.named(name, metrics: metrics) else {
      let known = SheetField.texts.union(SheetField.lists).union(SheetField.synonyms.keys)
      let near = nearest(to: name, in: known.sorted()) ?? nearest(to: name, in: metrics)
      throw FieldError(
        key: "--map",
        problem: "there is no field “\(name)”; "
          + (near.map { "did you mean “\($0)”?" }
            ?? "the fields are \(known.sorted().joined(separator: ", ")), actor:ROLE and metrics"))
    }
    self = field
  }

  static func named(_ name: String, metrics: [String]) -> SheetField? {
    let name = synonyms[name] ?? name
    if texts.contains(name) { return .text(name) }
    if lists.contains(name) { return .list(name) }
    if metrics.contains(name) { return .metric(name) }
    let parts = name.split(separator: ":", maxSplits: 1)
    return parts.count == 2 && parts[0] == "actor" ? .role(String(parts[1])) : nil
  }
}
