import EventLog

/// The digest of a row: of the values that are not null, each under the name of its column, whatever
/// their order. The digest of a table is the sum of its rows', modulo 2⁶⁴, so that it is kept as rows
/// come and change, and is the same in whatever order they came.
struct RowDigest {
  private var sum: UInt64 = 0

  /// Takes the hash of a value; nil for null.
  mutating func add(_ hash: UInt64?) { sum &+= hash ?? 0 }

  /// Mixed, so that two rows that swap a value are seen.
  var value: UInt64 { ValueHash.mix(sum ^ 0x9e37_79b9_7f4a_7c15, 0xd6e8_feb8_6659_fd93) }

  /// What sets the values of a column apart from those of all others.
  static func seed(_ table: String, _ column: String) -> UInt64 {
    ValueHash(0).of(.text("\(table).\(column)"))!
  }
}
