import EventLog
package import EventModel
import GRDB

extension Snapshot {
  /// All of them, those included that are not listed. Counted by the numbers of rows, less those that have
  /// ended: however many there are, only what was put right is looked at.
  package func eventCounts() throws -> (
    events: Int, hidden: Int, accounts: Int, measures: Int
  ) {
    let row = try Row.fetchOne(
      database,
      sql: """
        SELECT (SELECT :events - count(*) FROM event WHERE until <= :position),
        coalesce((SELECT hiddens FROM event WHERE row = :events), 0)
          - (SELECT count(*) FROM event WHERE until <= :position AND hidden = 1),
        (SELECT :accounts - count(*) FROM account WHERE until <= :position)
          - (SELECT count(*) FROM account
            WHERE retracted = 1 AND \(BitemporalTable.holds("account"))),
        coalesce((SELECT claims FROM account WHERE row = :accounts), 0)
          - (SELECT coalesce(sum(account.claims - coalesce(former.claims, 0)), 0) FROM account
            LEFT JOIN account AS former ON former.row = account.row - 1
            WHERE account.until <= :position)
        """,
      arguments: [
        "position": position, "events": lastRow(of: "event"), "accounts": lastRow(of: "account"),
      ])!
    return (row[0], row[1], row[2], row[3])
  }

  /// The earliest and the latest day on which anything is dated.
  package func eventSpan() throws -> (oldest: CivilDay, newest: CivilDay)? {
    var (oldest, newest): (Int?, Int?)
    for span in EventSpan.allCases {
      var condition = held("event")
      condition.and("event.span = ?", [span.rawValue])
      func edge(_ order: String) throws -> Int? {
        try Int.fetchOne(
          database,
          sql: """
            SELECT first FROM event WHERE \(condition.sql) AND first IS NOT NULL
            ORDER BY first \(order), event \(order) LIMIT 1
            """, arguments: condition.arguments)
      }
      oldest = [oldest, try edge("ASC")].compactMap(\.self).min()
      // What begins so much earlier than the last ends before it does.
      if let reach = span.reach {
        guard let last = try edge("DESC") else { continue }
        condition.and("event.first >= ?", [last - reach])
      }
      let end = try Int.fetchOne(
        database, sql: "SELECT max(last) FROM event WHERE \(condition.sql)",
        arguments: condition.arguments)
      newest = [newest, end].compactMap(\.self).max()
    }
    guard let oldest, let newest else { return nil }
    return (CivilDay(number: oldest), CivilDay(number: newest))
  }
}
