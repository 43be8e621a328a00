import JSONText

/// A query under a name, or (without a query) the end of one.
public struct SavedQuery: Equatable, Sendable {
  public let name: String
  public let query: String?
  /// The hand command that this belongs to.
  public let act: RecordID?

  public init(name: String, query: String? = nil, act: RecordID? = nil) {
    self.name = name
    self.query = query
    self.act = act
  }
}

extension SavedQuery {
  var json: JSON {
    .object([
      "name": .string(name),
      "query": query.map(JSON.string),
      "act": act.map(\.json),
    ])
  }

  init(json: JSON) throws(FieldError) {
    self.init(
      name: try json.text("name"),
      query: try json.optionalText("query"),
      act: try json.optionalRecordID("act"))
  }
}
