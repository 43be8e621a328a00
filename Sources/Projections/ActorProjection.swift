import EventLog
package import EventModel
import Foundation
import GRDB

/// What people say of the names of actors. The last word on whose name one is holds, and that on each pair
/// of which one is a part of the other, until it is undone.
enum ActorProjection: Projection {
  static let name = "actors"
  static let version = 1
  static let tables = ["actor_link", "actor_undoing"]

  /// `kind` is `name` or `part`; `other` is that of which it is a part, and else empty.
  static let schema = """
    \(links.schema)
    \(undoings.schema)
    """

  static func apply(_ change: Change, of record: Record, by writer: TableWriter) throws {
    switch change {
    case .actorLinked(let link):
      let isPart = link.relation == .part
      try links.say(
        [isPart ? "part" : "name", link.name, isPart ? link.of : ""], act: link.act,
        at: record.position, by: writer)
    case .actUndone(let undoing):
      try undoings.apply(undoing, to: [links], at: record.position, by: writer)
    default: break
    }
  }

  private static let links = StatementTable("actor_link", key: ["kind", "name", "other"])
  private static let undoings = UndoingTable("actor_undoing")
}

/// How often a name has been met, and when.
package struct ActorTally: Equatable, Sendable {
  package let name: String
  package let reports: Int
  package let events: Int
  /// The days of the first report and of the last.
  package let oldest: CivilDay?
  package let newest: CivilDay?
}

extension Snapshot {
  /// What people say of names, the last word on each, in the order of the log.
  package func actorLinks() throws -> [ActorLink] {
    let held = held("actor_link")
    let statement = try database.cachedStatement(
      sql: "SELECT record FROM actor_link WHERE \(held.sql) ORDER BY record")
    return try Int64.fetchAll(statement, arguments: held.arguments).compactMap { record in
      guard case .actorLinked(let link) = try log.record(at: record)?.change else { return nil }
      return link
    }
  }

  /// The records that say something of these names or take it back, oldest first.
  package func actorHistory(of names: Set<String>) throws -> [Record] {
    let said = try Int64.fetchAll(
      database, sql: "SELECT DISTINCT record FROM actor_link WHERE record <= ? ORDER BY record",
      arguments: [position])
    let about = try said.compactMap { try log.record(at: $0) }.filter { record in
      guard case .actorLinked(let link) = record.change else { return false }
      return names.contains(link.name) || names.contains(link.of)
    }
    let undoings = try Set(about.compactMap { $0.change.hand($0.id) }).flatMap(undoings)
    return try about
      + undoings.filter { $0 <= position }.sorted().compactMap { try log.record(at: $0) }
  }

  /// How often each name has been met, the most met first, or these alone as if they were one.
  package func actorTallies(of names: [String]? = nil) throws -> [ActorTally] {
    if names == nil, publishedBy == nil { return try tallyAll() }
    var condition = liveAccount
    if let names {
      let marks = names.map { _ in "?" }.joined(separator: ", ")
      condition.and("actor.name IN (\(marks))", StatementArguments(names))
    }
    // At one position an account has one row, which stands once under each name.
    let reports = names == nil ? "count(*)" : "count(DISTINCT account.account)"
    return try Row.fetchAll(
      database,
      sql: """
        SELECT actor.name, \(reports), count(DISTINCT account.event),
          min(account.published_day), max(account.published_day)
        FROM account_actor JOIN actor USING(actor) JOIN account USING(row)
        WHERE \(condition.sql) \(names == nil ? "GROUP BY actor.actor" : "")
        ORDER BY 2 DESC, 1
        """, arguments: condition.arguments
    ).compactMap { row in
      guard let name: String = row[0] else { return nil }
      return ActorTally(
        name: name, reports: row[1], events: row[2],
        oldest: (row[3] as Int?).map(CivilDay.init(number:)),
        newest: (row[4] as Int?).map(CivilDay.init(number:)))
    }
  }

  /// Reads the accounts and the lists of events once, each in the order in which they lie: by actor, accounts lie
  /// anywhere.
  private func tallyAll() throws -> [ActorTally] {
    var met: [Int64: (reports: Int, oldest: Int?, newest: Int?)] = [:]
    let live = liveAccount
    let accounts = try Row.fetchCursor(
      database, sql: "SELECT actors, published_day FROM account WHERE \(live.sql)",
      arguments: live.arguments)
    while let row = try accounts.next() {
      let day: Int? = row[1]
      for actor in Set(EventLists.numbers(row[0])) {
        let former = met[actor] ?? (0, nil, nil)
        met[actor] = (
          former.reports + 1, [former.oldest, day].compactMap(\.self).min(),
          [former.newest, day].compactMap(\.self).max()
        )
      }
    }
    let held = held("event_actor")
    let tallies = try Row.fetchAll(
      database,
      sql: """
        SELECT actor.actor, name, count(*) FROM event_actor JOIN actor USING(actor)
        WHERE \(held.sql) GROUP BY actor.actor ORDER BY name
        """, arguments: held.arguments
    ).compactMap { row in
      met[row[0]].map { met in
        ActorTally(
          name: row[1], reports: met.reports, events: row[2],
          oldest: met.oldest.map(CivilDay.init(number:)),
          newest: met.newest.map(CivilDay.init(number:)))
      }
    }
    return tallies.enumerated().sorted {
      ($1.element.reports, $0.offset) < ($0.element.reports, $1.offset)
    }.map(\.element)
  }
}
