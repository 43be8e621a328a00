import EventLog
package import EventModel
import GRDB

/// In which order events are told.
package enum EventOrder: Sendable {
  /// By the day they happened, the earliest first.
  case occurred
  /// By when the log learned of them, the newest first.
  case recorded
  /// By how well they fit the words that are searched for, the best first.
  case relevance
}

extension Snapshot {
  /// The events that fit a filter, do not fit others, and overlap the days given; each with all its
  /// accounts. With `after`, those that come behind that event in their order.
  package func events(
    matching filter: ReportFilter, except exclusions: [ReportFilter] = [],
    from first: CivilDay? = nil, to last: CivilDay? = nil, order: EventOrder,
    after: Int64? = nil, limit: Int? = nil
  ) throws -> [EventView] {
    let numbers =
      if order == .relevance, !filter.words.isEmpty {
        try ranked(filter, exclusions, first, last, after, limit)
      } else {
        try numbers(filter, exclusions, first, last, order, after, limit)
      }
    return try numbers.compactMap(event(_:))
  }

  /// How many events that fit begin on each day, of those that are known to a month or better.
  package func eventDays(
    matching filter: ReportFilter, except exclusions: [ReportFilter] = [],
    from first: CivilDay? = nil, to last: CivilDay? = nil
  ) throws -> [(day: CivilDay, count: Int)] {
    let condition = try condition(filter, exclusions, first, last, spans: [.upToMonth])
    return try Row.fetchAll(
      database,
      sql: """
        SELECT event.first, count(*) FROM event WHERE \(condition.sql)
        AND event.last - event.first < 31 GROUP BY event.first
        """, arguments: condition.arguments
    ).map { (CivilDay(number: $0[0]), $0[1]) }
  }

  private func numbers(
    _ filter: ReportFilter, _ exclusions: [ReportFilter], _ first: CivilDay?, _ last: CivilDay?,
    _ order: EventOrder, _ after: Int64?, _ limit: Int?
  ) throws -> [Int64] {
    var condition = try condition(filter, exclusions, first, last, spans: EventSpan.allCases)
    if let after {
      let isBehind = try behind(after, order)
      condition.and(isBehind.sql, isBehind.arguments)
    }
    let order = order == .occurred ? "event.first, event.event" : "event.event DESC"
    var sql = "SELECT event.event FROM event WHERE \(condition.sql) ORDER BY \(order)"
    var arguments = condition.arguments
    if let limit {
      sql += " LIMIT ?"
      arguments += [limit]
    }
    return try Int64.fetchAll(database, sql: sql, arguments: arguments)
  }

  /// The condition on the events that come behind one; those without a first day come before all
  /// others.
  private func behind(_ event: Int64, _ order: EventOrder) throws -> Condition {
    guard order == .occurred else {
      return Condition(sql: "event.event < ?", arguments: [event])
    }
    let first = try Int64.fetchOne(
      database,
      sql: "SELECT first FROM event WHERE event = ? AND since <= ? ORDER BY row DESC LIMIT 1",
      arguments: [event, position])
    guard let first else {
      return Condition(
        sql: "(event.first IS NOT NULL OR event.event > ?)", arguments: [event])
    }
    return Condition(sql: "(event.first, event.event) > (?, ?)", arguments: [first, event])
  }

  /// Of the newest accounts that have the words, so many are ranked.
  static let candidates = 5000

  /// The best first: BM25 of the best account, then the later day, then what was learned later.
  private func ranked(
    _ filter: ReportFilter, _ exclusions: [ReportFilter], _ first: CivilDay?, _ last: CivilDay?,
    _ after: Int64?, _ limit: Int?
  ) throws -> [Int64] {
    let condition = try condition(filter, exclusions, first, last, spans: EventSpan.allCases)
    let found = try Int64.fetchAll(
      database,
      sql: """
        WITH found(row, rank) AS MATERIALIZED (
          SELECT rowid, rank FROM search_fts WHERE search_fts MATCH ?
          ORDER BY rowid DESC LIMIT \(Snapshot.candidates))
        SELECT account.event, min(found.rank), event.first FROM found
        JOIN account ON account.row = found.row
        JOIN event ON event.event = account.event
        WHERE \(liveAccount.sql) AND \(condition.sql)
        GROUP BY account.event ORDER BY 2, event.first DESC, account.event DESC
        \(after == nil ? limit.map { "LIMIT \($0)" } ?? "" : "")
        """,
      arguments: [SearchWords.expression(filter.words)] + liveAccount.arguments
        + condition.arguments)
    guard let after else { return found }
    guard let place = found.firstIndex(of: after) else { return [] }
    return Array(found[(place + 1)...].prefix(limit ?? found.count))
  }

  /// On the rows of `event`.
  private func condition(
    _ filter: ReportFilter, _ exclusions: [ReportFilter], _ first: CivilDay?, _ last: CivilDay?,
    spans: [EventSpan]
  ) throws -> Condition {
    var result = listedEvent
    if first != nil || last != nil || spans.count < EventSpan.allCases.count {
      let alternatives = spans.filter { $0 != .undated }.map { span in
        var parts = ["event.span = \(span.rawValue)"]
        if let first {
          if let reach = span.reach { parts.append("event.first >= \(first.number - reach)") }
          let open = span == .longer ? "event.last IS NULL OR " : ""
          parts.append("(\(open)event.last >= \(first.number))")
        }
        if let last {
          let open = span == .longer ? "event.first IS NULL OR " : ""
          parts.append("(\(open)event.first <= \(last.number))")
        }
        return "(\(parts.joined(separator: " AND ")))"
      }
      result.and("(\(alternatives.joined(separator: " OR ")))")
    }
    if publishedBy != nil {
      result.and(
        "event.event IN (SELECT event FROM account WHERE \(liveAccount.sql))",
        liveAccount.arguments)
    }
    try narrow(&result, "event.event", to: filter, except: exclusions)
    return result
  }

  /// Asks of a column that its event fits a filter and none of the exclusions.
  func narrow(
    _ condition: inout Condition, _ column: String, to filter: ReportFilter,
    except exclusions: [ReportFilter]
  ) throws {
    if let matching = try filter.events(in: self) {
      condition.and("\(column) IN (\(matching.sql))", matching.arguments)
    }
    for exclusion in exclusions {
      guard let excluded = try exclusion.events(in: self) else { continue }
      condition.and("\(column) NOT IN (\(excluded.sql))", excluded.arguments)
    }
  }

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
    guard let number = try log.position(of: id) else { return nil }
    return try accounts("account = ?", [number]).first
  }

  /// The accounts that sources published on a day, in the order of the log, of an item the first alone:
  /// that is what its headline tells.
  ///
  /// - Parameter isPending: whether only those count that tell of what is still to come true or not.
  package func headlines(publishedOn day: CivilDay, isPending: Bool = false) throws -> [Account] {
    try accounts(
      """
      published_day = ? AND retracted = 0 \(isPending ? "AND pending = 1" : "")
      AND NOT EXISTS (SELECT 1 FROM account AS former WHERE former.item = account.item
        AND former.account < account.account AND former.retracted = 0
        AND former.since <= ? AND (former.until IS NULL OR former.until > ?))
      """, [day.number, position, position])
  }

  /// The accounts that an item makes, in the order of the log, those included that were retracted.
  package func accounts(ofItem item: Int64) throws -> [Account] {
    try accounts("item = ?", [item])
  }

  private func accounts(
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

  /// All of them, those included that are not listed.
  package func eventCounts() throws -> (
    events: Int, hidden: Int, accounts: Int, measures: Int
  ) {
    let row = try Row.fetchOne(
      database,
      sql: """
        SELECT (SELECT count(*) FROM event WHERE \(BitemporalTable.holds("event"))),
        (SELECT count(*) FROM event WHERE hidden = 1 AND \(BitemporalTable.holds("event"))),
        (SELECT count(*) FROM account WHERE retracted = 0 AND \(BitemporalTable.holds("account"))),
        (SELECT count(*) FROM measure JOIN account USING(row)
          WHERE retracted = 0 AND \(BitemporalTable.holds("account")))
        """, arguments: ["position": position])!
    return (row[0], row[1], row[2], row[3])
  }

  /// The digest of the coder that coded last; nil where nothing has been coded.
  package func coder() throws -> String? {
    if let coder = try Transaction(database).setting("coder") { return coder }
    return try String.fetchOne(
      database,
      sql: "SELECT coder FROM account WHERE coder IS NOT NULL ORDER BY row DESC LIMIT 1")
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

  /// The earliest and the latest day on which anything is dated.
  package func eventSpan() throws -> (oldest: CivilDay, newest: CivilDay)? {
    let row = try Row.fetchOne(
      database,
      sql: "SELECT min(first), max(last) FROM event WHERE \(BitemporalTable.holds("event"))",
      arguments: ["position": position])
    guard let row, let first: Int = row[0], let last: Int = row[1] else { return nil }
    return (CivilDay(number: first), CivilDay(number: last))
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
      database, sql: "SELECT EXISTS (SELECT 1 FROM account WHERE type = ?)",
      arguments: [type.rawValue]) ?? false
  }
}
