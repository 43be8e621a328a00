public import EventModel
public import JSONText

/// What a question was answered with: rows that stand for themselves, and the columns that a table
/// shows of them.
public struct Answer: Sendable {
  /// The contract's name and version, such as `annals.events/1`.
  public let schema: String
  /// The position of the last record that was seen.
  public let head: Int64
  /// The day for which it was asked.
  public let asOf: CivilDay
  public let period: Period?
  /// Further members of the envelope.
  public let extras: [JSON.Member]
  public let columns: [Column]
  public let rows: [JSON]

  public init(
    schema: String, head: Int64, asOf: CivilDay, period: Period? = nil,
    extras: [JSON.Member] = [], columns: [Column], rows: [JSON]
  ) {
    self.schema = schema
    self.head = head
    self.asOf = asOf
    self.period = period
    self.extras = extras
    self.columns = columns
    self.rows = rows
  }

  /// The envelope with all rows.
  public var json: JSON {
    var members: [JSON.Member] = [
      .init("schema", .string(schema)), .init("head", .number(head)),
      .init("asOf", .string(asOf.description)),
    ]
    if let period {
      let ends = [period.first, period.last].map { $0.map { JSON.string($0.description) } ?? .null }
      members.append(.init("period", .array(ends)))
    }
    return .object(members + extras + [.init("rows", .array(rows))])
  }
}
