package import JSONText

/// Typed access to the fields of an object, with errors that name the field.
extension JSON {
  package func text(_ key: String) throws(FieldError) -> String {
    guard let text = try optionalText(key), !text.isEmpty else { throw missing(key) }
    return text
  }

  package func optionalText(_ key: String) throws(FieldError) -> String? {
    try optional(key, "a text") { $0.string }
  }

  package func optionalInteger(_ key: String) throws(FieldError) -> Int64? {
    try optional(key, "a whole number") { $0.integer }
  }

  package func optionalDouble(_ key: String) throws(FieldError) -> Double? {
    try optional(key, "a number") { $0.double.flatMap { $0.isFinite ? $0 : nil } }
  }

  package func optionalBool(_ key: String) throws(FieldError) -> Bool? {
    try optional(key, "true or false") { $0.bool }
  }

  package func list(_ key: String) throws(FieldError) -> [JSON] {
    try optional(key, "a list") { $0.elements } ?? []
  }

  package func texts(_ key: String) throws(FieldError) -> [String] {
    var texts: [String] = []
    for element in try list(key) {
      guard let text = element.string else {
        throw FieldError(key: key, problem: "should be a list of texts")
      }
      texts.append(text)
    }
    return texts
  }

  package func date(_ key: String) throws(FieldError) -> PartialDate {
    guard let date = try optionalDate(key) else { throw missing(key) }
    return date
  }

  package func optionalDate(_ key: String) throws(FieldError) -> PartialDate? {
    guard let text = try optionalText(key) else { return nil }
    do { return try PartialDate(edtf: text) } catch {
      throw FieldError(key: key, problem: "\(error)")
    }
  }

  /// A date whose day is known.
  package func day(_ key: String) throws(FieldError) -> CivilDay {
    let date = try date(key)
    guard date.precision == .day, let day = date.first else {
      throw FieldError(key: key, problem: "should be a day, such as 2022-11-30")
    }
    return day
  }

  /// A moment as RFC 3339 spells it.
  package func instant(_ key: String) throws(FieldError) -> Instant {
    guard let instant = Instant(try text(key)) else {
      throw FieldError(key: key, problem: "should be a moment, such as 2023-05-15T09:06:00Z")
    }
    return instant
  }

  package func decimal(_ key: String) throws(FieldError) -> ExactDecimal {
    guard let value = try optionalDecimal(key) else { throw missing(key) }
    return value
  }

  package func optionalDecimal(_ key: String) throws(FieldError) -> ExactDecimal? {
    try optional(key, "a decimal number") { $0.exactDecimal }
  }

  /// One of the words of an enumeration; an unknown word suggests the nearest.
  package func word<Word: RawRepresentable & CaseIterable>(
    _ key: String, _: Word.Type, of kind: String
  ) throws(FieldError) -> Word? where Word.RawValue == String {
    guard let text = try optionalText(key) else { return nil }
    if let word = Word(rawValue: text) { return word }
    let hint = nearest(to: text, in: Word.allCases.map(\.rawValue))
    throw FieldError(
      key: key,
      problem: "unknown \(kind) “\(text)”" + (hint.map { "; did you mean “\($0)”?" } ?? ""))
  }

  package func missing(_ key: String) -> FieldError {
    FieldError(key: key, problem: "is missing")
  }

  package func optional<Value>(
    _ key: String, _ what: String, _ read: (JSON) -> Value?
  ) throws(FieldError) -> Value? {
    guard let field = self[key], !field.isNull else { return nil }
    guard let value = read(field) else {
      throw FieldError(key: key, problem: "should be \(what)")
    }
    return value
  }

  /// A decimal spelled as a text (exact) or as a number.
  package var exactDecimal: ExactDecimal? {
    switch self {
    case .string(let text), .number(let text): ExactDecimal(text)
    default: nil
    }
  }
}
