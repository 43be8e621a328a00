package import EventLog
package import EventModel
import GRDB

/// What has been told of events that saved queries found, inside a transaction of their store.
///
/// A delivery is written down before it begins: what a crash interrupts is never begun again, and stays
/// to be listed.
package struct AlertTable {
  let database: Database

  package init(_ transaction: Transaction) { database = transaction.database }

  /// How a delivery stands.
  package enum State: String, Sendable {
    /// Begun, and not ended while it stays so.
    case begun
    case delivered
    /// Ended otherwise than it should.
    case failed
  }

  /// A delivery of one alert: the first of an event, or a later one of a correction.
  package struct Delivery: Equatable, Sendable {
    /// Of the saved query.
    package let name: String
    package let event: RecordID
    /// 0 for the first, then one more for each correction.
    package let number: Int
    /// Up to where the log was told.
    package let position: Int64
    package let title: String

    package init(name: String, event: RecordID, number: Int, position: Int64, title: String) {
      self.name = name
      self.event = event
      self.number = number
      self.position = position
      self.title = title
    }
  }

  /// Where an alert begins, and up to where it has been looked; a query that is saved anew begins anew.
  package func place(of name: String, since: Int64) throws -> Int64 {
    let row = try Row.fetchOne(
      database, sql: "SELECT position FROM alert_place WHERE name = ? AND since = ?",
      arguments: [name, since])
    return row?[0] ?? since
  }

  package func note(place: Int64, of name: String, since: Int64) throws {
    try database.execute(
      sql: "INSERT OR REPLACE INTO alert_place(name, since, position) VALUES (?, ?, ?)",
      arguments: [name, since, place])
  }

  /// The last delivery of each event, by the event's id.
  package func last(of name: String) throws -> [RecordID: Delivery] {
    let rows = try database.rows(
      of: "alert",
      "SELECT event, number, position, title FROM alert WHERE name = ? ORDER BY number", [name])
    return rows.reduce(into: [:]) { last, row in
      let event: String = row[0]
      guard let id = RecordID(event) else { return }
      last[id] = Delivery(
        name: name, event: id, number: row[1], position: row[2], title: row[3])
    }
  }

  /// Notes that a delivery begins; false where it has been begun before. Commit it before it begins.
  package func begin(_ delivery: Delivery, at now: Instant) throws -> Bool {
    try database.execute(
      sql: """
        INSERT OR IGNORE INTO alert(name, event, number, position, title, at, state, reason)
        VALUES (?, ?, ?, ?, ?, ?, ?, '')
        """,
      arguments: [
        delivery.name, delivery.event.description, delivery.number, delivery.position,
        delivery.title, now.milliseconds, State.begun.rawValue,
      ])
    return database.changesCount > 0
  }

  /// Notes how a delivery has ended; nil takes back that it was begun, since nothing had left yet.
  package func end(_ delivery: Delivery, _ state: State?, reason: String = "") throws {
    let key: StatementArguments = [
      delivery.name, delivery.event.description, delivery.number,
    ]
    let isIt = "name = ? AND event = ? AND number = ?"
    guard let state else {
      return try database.execute(sql: "DELETE FROM alert WHERE \(isIt)", arguments: key)
    }
    try database.execute(
      sql: "UPDATE alert SET state = ?, reason = ? WHERE \(isIt)",
      arguments: [state.rawValue, reason] + key)
  }

  /// What was begun and not delivered, the oldest first.
  package func pending() throws -> [(
    delivery: Delivery, at: Instant, state: State, reason: String
  )] {
    try database.rows(
      of: "alert",
      """
      SELECT name, event, number, position, title, at, state, reason FROM alert
      WHERE state <> ? ORDER BY at, name, event
      """, [State.delivered.rawValue]
    ).compactMap { row in
      let event: String = row[1]
      guard let id = RecordID(event), let state = State(rawValue: row[6]) else { return nil }
      let delivery = Delivery(
        name: row[0], event: id, number: row[2], position: row[3], title: row[4])
      return (delivery, Instant(stored: row[5]) ?? Instant(milliseconds: 0), state, row[7])
    }
  }
}
