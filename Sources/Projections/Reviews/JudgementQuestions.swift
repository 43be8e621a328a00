import EventLog
import EventModel
import Foundation
import GRDB

/// What people have said of a report that a coder made.
package enum Judgement: Equatable, Sendable {
  /// It tells an event: it was said so, corrected, merged, or told by a person.
  case event
  /// It tells none.
  case none
  /// It no longer counts, for a reason that says nothing of the coding, such as a hoax.
  case withdrawn
}

extension Snapshot {
  /// The last judgement of each report of an item that is not undone now, by the positions of the items
  /// and of the reports.
  package func judgements() throws -> [Int64: [Int64: Judgement]] {
    let held = held("account")
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT DISTINCT account.item, account.account, told.position FROM (
          SELECT touch.account AS account, act.position AS position
          FROM act JOIN touch ON touch.position = act.position
          UNION SELECT position, position FROM act) AS told
        JOIN account ON account.account = told.account
        WHERE account.item IS NOT NULL AND told.position <= ? AND \(held.sql)
        ORDER BY told.position
        """, arguments: [position] + held.arguments)
    let undone = try EventTables.undoings.undone(in: database)
    var judgements: [Int64: [Int64: Judgement]] = [:]
    for row in rows {
      guard let told = try log.record(at: row[2]).map(ToldChange.init), !told.isUndone(undone),
        let judgement = told.change.judgement
      else { continue }
      judgements[row[0], default: [:]][row[1]] = judgement
    }
    return judgements
  }
}

extension Change {
  /// What it says of the reports that it names, where a person says it.
  fileprivate var judgement: Judgement? {
    switch self {
    case .eventReported(let report): report.act == nil ? nil : .event
    case .reviewAnswered(let answer): answer.tellsEvent.map { $0 ? .event : .none }
    case .eventRetracted: author?.isPerson == true ? .withdrawn : nil
    default: author?.isPerson == true ? .event : nil
    }
  }
}
