import EventLog
package import EventModel
import GRDB

extension Snapshot {
  /// An event by the position of the record that founded it; nil when none of its accounts counts.
  package func event(_ number: Int64) throws -> EventView? {
    guard var view = try view(number, try accounts("event = ? AND retracted = 0", [number])) else {
      return nil
    }
    view.stageOf = try links(of: view).filter { $0.later == number }
      .compactMap { try log.id(at: $0.earlier) }
    return view
  }

  /// An event with the accounts that were retracted too.
  package func eventWithRetracted(_ number: Int64) throws -> EventView? {
    try view(number, try accounts("event = ?", [number]))
  }

  private func view(_ number: Int64, _ accounts: [Account]) throws -> EventView? {
    guard !accounts.isEmpty, let id = try log.id(at: number) else { return nil }
    var view = EventView(
      id: id, position: number, recorded: try log.recorded(at: number), accounts: accounts,
      marks: try marks(of: accounts))
    view?.updated = try updated(number)
    return view
  }

  /// When what an event's accounts make of it last changed: one came, went or was corrected.
  private func updated(_ event: Int64) throws -> Instant? {
    let statement = try database.cachedStatement(
      sql: """
        SELECT max(CASE WHEN until <= ? THEN until ELSE since END) FROM account
        WHERE event = ? AND since <= ?
        """)
    return try Int64.fetchOne(statement, arguments: [position, event, position])
      .flatMap(log.recorded(at:))
  }

  /// The account that a record tells, retracted or not; nil when it tells none.
  package func account(_ id: RecordID) throws -> Account? {
    try log.position(of: id).flatMap(account(at:))
  }

  /// The account that the record at a position tells.
  package func account(at place: Int64) throws -> Account? {
    try accounts("account = ?", [place]).first
  }

  /// The id of the record at a position, such as the one that founded an event.
  package func id(at place: Int64) throws -> RecordID? { try log.id(at: place) }

  /// The event that the account which a record tells belongs to, retracted or not.
  package func event(of id: RecordID) throws -> Int64? {
    guard let place = try log.position(of: id) else { return nil }
    let statement = try database.cachedStatement(
      sql: "SELECT event FROM account WHERE account = ? AND \(seenAccount.sql)")
    return try Int64.fetchOne(statement, arguments: [place] + seenAccount.arguments)
  }

  /// The positions of the accounts that sources published in some days, in order, of an item the first
  /// alone: that is what its headline tells.
  ///
  /// - Parameter days: by their numbers.
  package func headlines(
    _ which: Headlines, publishedIn days: ClosedRange<Int>
  ) throws -> [Int64] {
    let statement = try database.cachedStatement(
      sql: """
        SELECT account FROM account
        WHERE published_day BETWEEN ? AND ? AND retracted = 0 \(which.condition)
        AND NOT EXISTS (SELECT 1 FROM account AS former WHERE former.item = account.item
          AND former.account < account.account AND former.retracted = 0
          AND former.since <= ? AND (former.until IS NULL OR former.until > ?))
        AND \(seenAccount.sql) ORDER BY account
        """)
    return try Int64.fetchAll(
      statement,
      arguments: [days.lowerBound, days.upperBound, position, position] + seenAccount.arguments)
  }

  /// The accounts that an item makes, in the order of the log, those included that were retracted.
  package func accounts(ofItem item: Int64) throws -> [Account] {
    try accounts("item = ?", [item])
  }

  func accounts(
    _ condition: String, _ arguments: StatementArguments
  ) throws -> [Account] {
    let statement = try database.cachedStatement(
      sql: "SELECT * FROM account WHERE \(condition) AND \(seenAccount.sql) ORDER BY account")
    return try Row.fetchAll(statement, arguments: arguments + seenAccount.arguments)
      .map { try StoredAccount($0, log).account }
  }

  /// The events that the ids name which begin with these hexadecimal digits: events by their own id,
  /// by that of a report of theirs, and by that of an event that was merged into them.
  package func events(named prefix: String) throws -> [Int64] {
    var events: [Int64] = []
    for number in try log.positions(idPrefix: prefix, limit: 100) {
      for account in try accounts("account = ?", [number]) where !events.contains(account.event) {
        events.append(account.event)
      }
    }
    return events
  }

  /// The digest of the coder that coded last; nil where nothing has been coded.
  package func coder() throws -> String? {
    if let coder = try Transaction(database).setting("coder") { return coder }
    return try String.fetchOne(
      database,
      sql: """
        SELECT coder FROM account WHERE until IS NULL AND coder IS NOT NULL
        GROUP BY coder ORDER BY max(row) DESC LIMIT 1
        """)
  }

  /// How many accounts of items each coder has coded since all were coded anew, by the coder's digest;
  /// empty where the record was made before that was kept. Of now, whatever the snapshot.
  package func coders() throws -> [(digest: String, accounts: Int)] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT coder, count(*) FROM account
        WHERE until IS NULL AND coder IS NOT NULL AND account > ?
        GROUP BY coder ORDER BY 2 DESC, 1
        """, arguments: [try Transaction(database).setting("coded").flatMap { Int64($0) } ?? 0]
    ).map { ($0[0], $0[1]) }
  }

  /// The name that the log has for an actor: the same, or the same but for case; nil when nobody of
  /// that name has been told of.
  package func actorName(_ name: String) throws -> String? {
    for (column, value) in [("name", name), ("folded", name.lowercased())] {
      let found = try String.fetchOne(
        database.cachedStatement(
          sql: "SELECT name FROM actor WHERE \(column) = ? AND since <= ? ORDER BY actor"),
        arguments: [value, position])
      if let found { return found }
    }
    return nil
  }

  /// The names of everybody who has been told of.
  package func actorNames() throws -> [String] {
    try String.fetchAll(
      database, sql: "SELECT name FROM actor WHERE since <= ? ORDER BY name", arguments: [position])
  }

  /// Whether any event of a type was ever told.
  package func hasEvents(of type: EventType) throws -> Bool {
    try Bool.fetchOne(
      database, sql: "SELECT EXISTS (SELECT 1 FROM event_type WHERE type = ?)",
      arguments: [type.rawValue]) ?? false
  }
}

/// Which accounts are asked for by what their headlines tell.
package enum Headlines: Sendable {
  case ofItems
  /// Of books and people.
  case ofOthers
  /// Of items, what is still to come true or not.
  case pending

  fileprivate var condition: String {
    switch self {
    case .ofItems: "AND item IS NOT NULL"
    case .ofOthers: "AND item IS NULL"
    case .pending: "AND item IS NOT NULL AND pending = 1"
    }
  }
}
