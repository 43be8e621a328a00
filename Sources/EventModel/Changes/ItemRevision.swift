import JSONText

/// An item that came back changed: the fields that differ, with their new values.
package struct ItemRevision: Equatable, Sendable {
  /// The record that first observed the item.
  package let item: RecordID
  /// The item as it is now.
  package let current: ItemObservation
  /// The names of the fields that changed, such as `title`.
  package let changed: [String]

  package init(item: RecordID, current: ItemObservation, changed: [String]) {
    self.item = item
    self.current = current
    self.changed = changed
  }
}

extension ItemRevision {
  var json: JSON {
    .object([
      "item": item.json, "changed": .strings(changed), "current": current.json,
    ])
  }

  init(json: JSON) throws(FieldError) {
    self.init(
      item: try json.recordID("item"),
      current: try ItemObservation(json: json["current"] ?? .null),
      changed: try json.texts("changed"))
  }
}
