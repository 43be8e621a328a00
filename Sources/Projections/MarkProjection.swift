import EventLog
package import EventModel
import GRDB

/// What people put beside events: tags, stars and notes, and the queries that they save under a name. The
/// last word on each holds that was not undone.
enum MarkProjection: Projection {
  static let name = "marks"
  static let version = 1
  static let tables = ["mark", "saved", "mark_undoing"]

  /// `kind` is `tag`, `star` or `note`; `text` is the tag, and else empty. `isOn` is 0 where the last
  /// word takes it off.
  static let schema = """
    \(marks.schema)
    CREATE INDEX mark_kind ON mark(kind, text);
    \(queries.schema)
    \(undoings.schema)
    """

  static func apply(_ change: Change, of record: Record, by writer: TableWriter) throws {
    func mark(
      _ account: RecordID, _ kind: MarkKind, _ text: String = "", isOn: Bool, _ act: RecordID?
    ) throws {
      guard let number = try Log(writer.database).position(of: account) else {
        throw ProjectionFault(reason: "there is no report \(account)")
      }
      try marks.say(
        [kind.rawValue, text], of: number, details: [isOn ? 1 : 0], act: act, at: record.position,
        by: writer)
    }
    switch change {
    case .eventTagged(let tag): try mark(tag.of, .tag, tag.tag, isOn: tag.isOn, tag.act)
    case .eventStarred(let star): try mark(star.of, .star, isOn: star.isOn, star.act)
    case .eventNoted(let note): try mark(note.of, .note, isOn: !note.text.isEmpty, note.act)
    case .querySaved(let query):
      try queries.say(
        [query.name], details: [query.query == nil ? 0 : 1], act: query.act, at: record.position,
        by: writer)
    case .actUndone(let undoing):
      try undoings.apply(undoing, to: [marks, queries], at: record.position, by: writer)
    default: break
    }
  }

  private static let marks = StatementTable(
    "mark", subject: "account", key: ["kind", "text"], details: ["isOn"])
  private static let queries = StatementTable("saved", key: ["name"], details: ["isOn"])
  private static let undoings = UndoingTable("mark_undoing")
}

/// What a mark is.
package enum MarkKind: String, Sendable {
  case tag, star, note
}

/// What people have put beside an event.
package struct Marks: Equatable, Sendable {
  package fileprivate(set) var tags: [String] = []
  package fileprivate(set) var isStarred = false
  /// In the order in which they were written.
  package fileprivate(set) var notes: [String] = []
}

extension Snapshot {
  /// What people have put beside an event, by any of its reports.
  package func marks(of accounts: [Account]) throws -> Marks {
    let held = held("mark")
    let statement = try database.cachedStatement(
      sql: """
        SELECT kind, text, record FROM mark WHERE account = ? AND isOn = 1 AND \(held.sql)
        ORDER BY record
        """)
    return try accounts.reduce(into: Marks()) { marks, account in
      let arguments: StatementArguments = [account.position] + held.arguments
      for row in try Row.fetchAll(statement, arguments: arguments) {
        switch MarkKind(rawValue: row[0]) {
        case .tag: if !marks.tags.contains(row[1]) { marks.tags.append(row[1]) }
        case .star: marks.isStarred = true
        case .note:
          if case .eventNoted(let note) = try log.record(at: row[2])?.change {
            marks.notes.append(note.text)
          }
        case nil: break
        }
      }
    }
  }

  /// The events that bear a mark, by a condition on the rows of `mark`.
  func marked(
    _ condition: String, _ arguments: StatementArguments, giving columns: String = "account.event"
  ) -> Condition {
    let (held, live) = (held("mark"), liveAccount)
    return Condition(
      sql: """
        SELECT \(columns) FROM mark JOIN account ON account.account = mark.account
        WHERE \(condition) AND mark.isOn = 1 AND \(held.sql) AND \(live.sql)
        """, arguments: arguments + held.arguments + live.arguments)
  }

  /// Every tag, and how many events bear it, the most used first.
  package func tags() throws -> [(tag: String, events: Int)] {
    let tags = marked("mark.kind = 'tag'", [], giving: "text, count(DISTINCT account.event)")
    return try Row.fetchAll(
      database, sql: "\(tags.sql) GROUP BY text ORDER BY 2 DESC, 1", arguments: tags.arguments
    ).map { ($0[0], $0[1]) }
  }

  /// The queries that are saved, by their names; of one name, or all.
  package func savedQueries(named name: String? = nil) throws -> [SavedQuery] {
    try savedQueryRecords(named: name).map(\.query)
  }

  /// The same with the positions of the records that save them.
  package func savedQueryRecords(
    named name: String? = nil
  ) throws -> [(position: Int64, query: SavedQuery)] {
    let held = held("saved")
    return try Int64.fetchAll(
      database,
      sql: """
        SELECT record FROM saved WHERE isOn = 1 AND (? IS NULL OR name = ?) AND \(held.sql)
        ORDER BY name
        """, arguments: [name, name] + held.arguments
    ).compactMap { record in
      guard case .querySaved(let query) = try log.record(at: record)?.change else { return nil }
      return (record, query)
    }
  }
}
