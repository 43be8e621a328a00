import JSONText

/// A query under a name, or (without a query) the end of one.
package struct SavedQuery: Equatable, Sendable {
  package let name: String
  package let query: String?
  /// Whether somebody wants to be told of what it finds.
  package let isAlert: Bool
  /// The hand command that this belongs to.
  package let act: RecordID?

  package init(
    name: String, query: String? = nil, isAlert: Bool = false, act: RecordID? = nil
  ) {
    self.name = name
    self.query = query
    self.isAlert = isAlert
    self.act = act
  }
}

extension SavedQuery {
  var json: JSON {
    .object([
      "name": .string(name),
      "query": query.map(JSON.string),
      "alert": isAlert ? true : nil,
      "act": act.map(\.json),
    ])
  }

  init(json: JSON) throws(FieldError) {
    self.init(
      name: try json.text("name"),
      query: try json.optionalText("query"),
      isAlert: try json.optionalBool("alert") ?? false,
      act: try json.optionalRecordID("act"))
  }
}
