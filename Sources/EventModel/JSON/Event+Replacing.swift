package import JSONText

extension Event {
  /// The event with some of its fields read anew; throws a ``FieldError`` that names the field.
  package func replacing(_ fields: [JSON.Member]) throws(FieldError) -> Event {
    let keys = Set(fields.map(\.key))
    let kept = (json.members ?? []).filter { !keys.contains($0.key) }
    return try Event(json: .object(kept + fields))
  }
}
