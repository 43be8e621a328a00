public import JSONText

/// A column of a table: its title and how to tell its cell from a row.
public struct Column: Sendable {
  public let title: String
  public let isNumeric: Bool
  public let cell: @Sendable (JSON) -> String

  public init(
    _ title: String, isNumeric: Bool = false, _ cell: @escaping @Sendable (JSON) -> String
  ) {
    self.title = title
    self.isNumeric = isNumeric
    self.cell = cell
  }

  /// A column that shows the member of the same key.
  public init(_ title: String, key: String, isNumeric: Bool = false) {
    self.init(title, isNumeric: isNumeric) { Column.text($0[key]) }
  }

  /// A value on one line: lists with commas, people and things by their names.
  public static func text(_ json: JSON?) -> String {
    switch json {
    case nil, .null: ""
    case .bool(let value): value ? "yes" : ""
    case .number(let literal): literal
    case .string(let text): text
    case .array(let elements): elements.map { text($0) }.joined(separator: ", ")
    case .object: text(json?["name"] ?? json?["url"])
    }
  }
}
