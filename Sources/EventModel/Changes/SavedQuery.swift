import JSONText

/// A query under a name, or (without a query) the end of one.
package struct SavedQuery: Equatable, Sendable {
  package let name: String
  package let query: String?
  /// The hand command that this belongs to.
  package let act: RecordID?

  package init(name: String, query: String? = nil, act: RecordID? = nil) {
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
