/// A JSON value (RFC 8259) that keeps the order of keys and the spelling of numbers, so that what
/// was read can be written again byte for byte.
package enum JSON: Hashable, Sendable {
  case null
  case bool(Bool)
  /// The number as spelled: a decimal literal of RFC 8259.
  case number(String)
  case string(String)
  case array([JSON])
  case object([Member])

  package struct Member: Hashable, Sendable {
    package let key: String
    package let value: JSON

    package init(_ key: String, _ value: JSON) {
      self.key = key
      self.value = value
    }
  }

  package static func number(_ value: Int64) -> JSON { .number(String(value)) }

  /// A number from a finite double in its shortest spelling; infinities and NaN, which JSON lacks,
  /// are null.
  package static func number(_ value: Double) -> JSON {
    guard value.isFinite else { return .null }
    if value == value.rounded(), abs(value) < 1e15 { return .number(String(Int64(value))) }
    return .number("\(value)")
  }

  /// An object without the members whose value is absent.
  package static func object(_ members: KeyValuePairs<String, JSON?>) -> JSON {
    .object(members.compactMap { key, value in value.map { Member(key, $0) } })
  }

  package static func strings(_ values: [String]) -> JSON { .array(values.map(JSON.string)) }
}

extension JSON {
  /// The first member with this key; nil when there is none or this is no object.
  package subscript(key: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  package var members: [Member]? {
    if case .object(let members) = self { members } else { nil }
  }

  package var elements: [JSON]? {
    if case .array(let elements) = self { elements } else { nil }
  }

  package var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  package var bool: Bool? {
    if case .bool(let value) = self { value } else { nil }
  }

  package var double: Double? {
    if case .number(let literal) = self { Double(literal) } else { nil }
  }

  /// The whole number, also when spelled `1e3` or `2.0`; nil when it is none or does not fit.
  package var integer: Int64? {
    guard case .number(let literal) = self else { return nil }
    return Int64(literal) ?? Double(literal).flatMap { Int64(exactly: $0) }
  }

  package var isNull: Bool { self == .null }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral
{
  package init(stringLiteral value: String) { self = .string(value) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(integerLiteral value: Int64) { self = .number(String(value)) }
}
