import EventLog
package import EventModel
import Foundation
import GRDB

extension Snapshot {
  /// The records that told these accounts or changed what is believed of them, oldest first.
  package func history(of accounts: [Account]) throws -> [Record] {
    var positions: Set<Int64> = []
    for account in accounts {
      positions.insert(account.position)
      positions.formUnion(
        try Int64.fetchAll(
          database, sql: "SELECT position FROM touch WHERE account = ?",
          arguments: [account.position]))
    }
    let acts = try positions.compactMap { place in
      try log.record(at: place).flatMap { $0.change.hand($0.id) }
    }
    for act in Set(acts) { positions.formUnion(try undoings(of: act)) }
    return try positions.sorted().filter { $0 <= position }.compactMap { try log.record(at: $0) }
  }

  /// The positions at which an act was undone, and at which that was undone again.
  func undoings(of act: RecordID) throws -> Set<Int64> {
    var positions: Set<Int64> = []
    var open = [act]
    while let act = open.popLast() {
      let rows = try Row.fetchAll(
        database, sql: "SELECT position, act FROM undoing WHERE of = ?",
        arguments: [Data(act.bytes)])
      for row in rows where positions.insert(row[0]).inserted {
        let next: Data = row[1]
        open.append(RecordID(prefixOf: next))
      }
    }
    return positions
  }
}

extension Snapshot {
  /// An account as machines and books tell it, without what people have put right, and the position of
  /// the last record that told it so.
  package func base(of account: Account) throws -> (report: Report, position: Int64) {
    let undone = try EventTables.undoings.undone(in: database)
    var fold = EventFold { try? log.position(of: $0) }
    var last = account.position
    for place in try touches(of: account) {
      guard let told = try log.record(at: place).map(ToldChange.init), !told.isUndone(undone) else {
        continue
      }
      let change = told.change
      if case .eventMentioned = change, place != account.position { continue }
      let before = fold.accounts[account.position]?.base
      fold.apply(change, at: place)
      if fold.accounts[account.position]?.base != before { last = place }
    }
    return (fold.accounts[account.position]?.base ?? account.report, last)
  }

  /// Whether a person has told, amended, retracted, merged, split, judged or marked it.
  package func isTouchedByPerson(_ account: Account) throws -> Bool {
    if account.report.act != nil { return true }
    return try touches(of: account).contains { place in
      try place != account.position && isByPerson(place)
    }
  }

  /// Whether an account of an event, retracted or not, stands in a book or was touched by a person.
  package func isInHands(_ event: Int64) throws -> Bool {
    let written = try accounts(
      "event = ? AND (coder IS NULL OR account IN (SELECT position FROM act))", [event])
    if written.contains(where: { $0.author.isBook || $0.report.act != nil }) { return true }
    let statement = try database.cachedStatement(
      sql: """
        SELECT DISTINCT touch.position FROM account
        JOIN touch ON touch.account = account.account
        WHERE account.event = ? AND \(seenAccount.sql) AND touch.position <= ?
        AND NOT EXISTS (SELECT 1 FROM account AS other WHERE other.account = touch.position)
        """)
    return try Int64.fetchAll(
      statement, arguments: [event] + seenAccount.arguments + [position]
    ).contains(where: isByPerson)
  }

  /// Whether the record at a position, which tells no account, is a person's.
  private func isByPerson(_ place: Int64) throws -> Bool {
    guard let change = try log.record(at: place)?.change else { return false }
    return change.author?.isPerson ?? (change.marked != nil)
  }

  /// The last position at which anything was said of these accounts; 0 without any.
  package func lastTouch(of accounts: [Account]) throws -> Int64 {
    try accounts.flatMap(touches).max() ?? 0
  }

  /// The positions of the records that tell an account or are about it.
  private func touches(of account: Account) throws -> [Int64] {
    let statement = try database.cachedStatement(
      sql: "SELECT position FROM touch WHERE account = ? AND position <= ? ORDER BY position")
    let places = try Int64.fetchAll(statement, arguments: [account.position, position])
    return [account.position] + places
  }
}

/// Something that was done by hand, by its first record.
package struct HandActRecord: Sendable {
  package let id: RecordID
  package let position: Int64
  package let type: RecordType
  /// The record and the act that undo it now; nil where nothing does.
  package let undoing: (record: RecordID, act: RecordID)?

  package var isUndone: Bool { undoing != nil }
}

extension Snapshot {
  /// The last act that is neither undone nor an undoing; nil when there is none.
  package func lastAct() throws -> HandActRecord? {
    let positions = try Int64.fetchAll(
      database,
      sql: """
        SELECT min(position) FROM act WHERE position <= ? GROUP BY act ORDER BY 1 DESC
        """, arguments: [position])
    return try positions.lazy.compactMap { try act(at: $0) }.first { !$0.isUndone }
  }

  /// The act that the record belongs to whose id begins with these hexadecimal digits; nil when none
  /// or several do.
  package func act(named prefix: String) throws -> HandActRecord? {
    let acts = try log.positions(idPrefix: prefix, limit: 10).compactMap { try act(at: $0) }
    return acts.count == 1 ? acts[0] : nil
  }

  private func act(at place: Int64) throws -> HandActRecord? {
    guard place <= position, let record = try log.record(at: place),
      let act = record.change.hand(record.id)
    else { return nil }
    return HandActRecord(
      id: act, position: place, type: record.type, undoing: try undoing(of: act))
  }

  /// What undoes an act now and is not undone itself.
  private func undoing(of act: RecordID) throws -> (record: RecordID, act: RecordID)? {
    let undone = try EventTables.undoings.undone(in: database)
    guard undone.contains(Data(act.bytes)) else { return nil }
    let rows = try Row.fetchAll(
      database, sql: "SELECT position, act FROM undoing WHERE of = ? ORDER BY position DESC",
      arguments: [Data(act.bytes)])
    for row in rows {
      let own: Data = row[1]
      if !undone.contains(own), let record = try log.id(at: row[0]) {
        return (record, RecordID(prefixOf: own))
      }
    }
    return nil
  }
}
