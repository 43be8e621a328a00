import EventModel
package import JSONText

/// A typed value of a table or a fact: as programs read it, and as people do.
package enum Cell: Equatable, Sendable {
  case empty
  case text(String)
  /// Plain decimal digits, and what people see of them.
  case number(String, shown: String)
  /// EDTF: a day, a month, a range.
  case date(String)
  /// A moment, RFC 3339.
  case moment(String)
  case boolean(Bool)
  case url(String)
  /// 32 hexadecimal digits, of which people see the first.
  case id(String)

  /// A value on one line: lists with commas, people and things by their names.
  package init(_ json: JSON?) {
    self =
      switch json {
      case nil, .null: .empty
      case .bool(let value): .boolean(value)
      case .number(let literal): .number(Numerals.plain(literal), shown: Numerals.plain(literal))
      case .string(let text): .text(text)
      case .array(let elements): .text(elements.map { Cell($0).plain }.joined(separator: ", "))
      case .object: Cell(json?["name"] ?? json?["url"])
      }
  }

  package init(_ text: String?) { self = text.map(Cell.text) ?? .empty }

  /// A number in plain digits, which people see in groups of three.
  package init(number literal: String?) {
    self = literal.map { .number($0, shown: Numerals.grouped($0)) } ?? .empty
  }

  /// A measured number, of which people see three digits.
  package static func decimal(_ value: Double?) -> Cell {
    value.map { .number(Numerals.plain($0), shown: Numerals.short($0)) } ?? .empty
  }

  /// A part of one, which people see in percent.
  package static func share(_ value: Double?) -> Cell {
    guard let value else { return .empty }
    return .number(Numerals.plain(value), shown: "\((value * 1000).rounded() / 10) %")
  }

  /// An address of the web; a source that is cited in words is no address.
  package static func url(_ json: JSON?) -> Cell {
    guard let text = json?.string, AddressParts(text).isOfWeb else { return .empty }
    return .url(text)
  }

  package static func id(_ json: JSON?) -> Cell { json?.string.map(Cell.id) ?? .empty }

  package static func date(_ json: JSON?) -> Cell { json?.string.map(Cell.date) ?? .empty }

  package static func moment(_ json: JSON?) -> Cell { json?.string.map(Cell.moment) ?? .empty }

  /// What programs read.
  package var plain: String {
    switch self {
    case .empty: ""
    case .text(let text), .date(let text), .moment(let text), .url(let text), .id(let text): text
    case .number(let literal, _): literal
    case .boolean(let value): value ? "true" : "false"
    }
  }

  /// What people see.
  package var shown: String {
    switch self {
    case .number(_, let shown): shown
    case .moment(let text): String(text.prefix(16)).replacing("T", with: " ")
    case .boolean(let value): value ? "yes" : "no"
    case .id(let text): String(text.prefix(8))
    default: plain
    }
  }
}
