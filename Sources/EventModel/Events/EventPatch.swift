package import JSONText

/// Some fields of an event with their new values; null empties a field.
package struct EventPatch: Hashable, Sendable {
  package let fields: [JSON.Member]

  package static let empty = EventPatch(unchecked: [])

  private init(unchecked fields: [JSON.Member]) { self.fields = fields }

  /// Throws a ``FieldError`` that names the field that no event has or whose value is none.
  package init(_ fields: [JSON.Member]) throws(FieldError) {
    let known = [
      "type", "types", "title", "date", "actors", "objects", "amounts", "stance", "polarity",
      "attribution", "phase", "horizon", "scope",
    ]
    for field in fields where !known.contains(field.key) {
      throw FieldError(key: field.key, problem: "is no field of an event")
    }
    for key in ["type", "title"] where fields.contains(where: { $0.key == key && $0.value.isNull })
    {
      throw FieldError(key: key, problem: "cannot be empty")
    }
    _ = try Event(json: .object(["type": "funding"])).replacing(fields)
    self.fields = fields
  }

  init(json: JSON) throws(FieldError) {
    guard let fields = json.members else {
      throw FieldError(key: "fields", problem: "should be an object")
    }
    try self.init(fields)
  }

  package func applied(to event: Event) -> Event { (try? event.replacing(fields)) ?? event }

  package func sets(_ field: String) -> Bool { fields.contains { $0.key == field } }

  /// The fields in which one event differs from another.
  package static func difference(from former: Event, to event: Event) -> EventPatch? {
    let (before, after) = (former.json, event.json)
    let keys = ((before.members ?? []) + (after.members ?? [])).map(\.key)
    var fields: [JSON.Member] = []
    for key in keys where key != "evidence" && before[key] != after[key] {
      if !fields.contains(where: { $0.key == key }) {
        fields.append(.init(key, after[key] ?? .null))
      }
    }
    return fields.isEmpty ? nil : try? EventPatch(fields)
  }
}
