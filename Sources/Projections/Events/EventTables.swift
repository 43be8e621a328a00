import EventLog
import EventModel
import Foundation
import GRDB
import JSONText

/// The tables of events, written at one position of the log.
struct EventTables {
  private let writer: TableWriter
  private let position: Int64

  var database: Database { writer.database }
  var log: Log { Log(database) }

  init(_ writer: TableWriter, at position: Int64) {
    self.writer = writer
    self.position = position
  }

  private static let accounts = BitemporalTable(
    "account", key: ["account"],
    columns: [
      "event", "retracted", "hidden", "type", "stance", "polarity", "pending", "date", "published",
      "published_day",
      "source", "language", "item", "person", "coder", "data", "actors", "claims",
    ])
  private static let events = BitemporalTable(
    "event", key: ["event"],
    columns: ["span", "first", "last", "hidden", "actors", "types", "hiddens"])
  private static let accountActors = StoredTable("account_actor", ["actor", "row"], isOnce: true)
  private static let measures = StoredTable(
    "measure", ["row", "place", "actor", "metric", "number", "unit", "first", "last"])
  private static let actors = StoredTable("actor", number: "actor", ["name", "folded", "since"])
  private static let sources = StoredTable("source", number: "source", ["name", "since"])
  private static let searchTexts = StoredTable("search_text", ["row", "words"])
  private static let touches = StoredTable("touch", ["account", "position"], isOnce: true)
  private static let acts = StoredTable("act", ["act", "position"])
  static let undoings = UndoingTable("undoing")

  // MARK: Accounts

  func isAccount(_ number: Int64) throws -> Bool {
    try SQLStatement("SELECT 1 FROM account WHERE account = ?", in: database)
      .integer(.integer(number)) != nil
  }

  /// The event that an account belongs to now, retracted or not.
  func event(of account: Int64) throws -> Int64? {
    try SQLStatement("SELECT event FROM account WHERE account = ? AND until IS NULL", in: database)
      .integer(.integer(account))
  }

  /// Begins a row for an account, with what hangs on it; gives the numbers of its actors.
  @discardableResult
  func begin(_ account: AccountRow) throws -> [Int64] {
    let told = account.told
    let (event, mention) = (told.event, told.mention)
    let byPerson = account.fieldsByPerson
    let isCounted = !account.isRetracted
    let actors = isCounted ? try event.actors.map { try actor($0.name) } : []
    let claims = isCounted ? event.measuredAmounts.count : 0
    let row = try EventTables.accounts.begin(
      [
        .integer(account.account), .integer(account.event),
        SQLValue(account.isRetracted ? 1 : 0),
        SQLValue(event.isInScope ? 0 : 1), .text(event.type.rawValue), .text(event.stance.rawValue),
        .text(event.polarity.rawValue),
        SQLValue(event.stage.isPending ? 1 : 0), SQLValue(event.date?.text),
        SQLValue(mention.published?.text),
        SQLValue(mention.published?.last?.number),
        .integer(try source(mention.source, of: account.account)),
        SQLValue(mention.language), SQLValue(try mention.item.flatMap { try log.position(of: $0) }),
        byPerson.isEmpty ? .null : .text(byPerson.joined(separator: ",")),
        mention.item == nil ? .null : .text(event.evidence?.coder ?? ""),
        account.isAsRecorded ? .null : .text(Change.eventReported(told).data.text),
        .text(EventLists.text(actors)), .integer(try next("claims", of: "account", adding: claims)),
      ], at: position, by: writer)
    guard isCounted else { return actors }
    for actor in actors {
      try EventTables.accountActors.insert([.integer(actor), .integer(row)], by: writer)
    }
    try insertMeasures(of: event, row)
    try insertWords(of: told, row)
    return actors
  }

  /// A running count of a table, for its next row, of which so many are counted.
  private func next(_ count: String, of table: String, adding number: Int) throws -> Int64 {
    let last = try writer.recall(.count, count) {
      try SQLStatement("SELECT \(count) FROM \(table) ORDER BY row DESC LIMIT 1", in: database)
        .integer() ?? 0
    }
    writer.remember(last + Int64(number), as: .count, count)
    return last + Int64(number)
  }

  private func insertMeasures(of event: Event, _ row: Int64) throws {
    let amounts = event.measuredAmounts
    guard !amounts.isEmpty, let measured = event.measured else { return }
    let actor = try actor(measured.name)
    for (place, metric, amount) in amounts {
      let period = amount.period ?? event.date
      try EventTables.measures.insert(
        [
          .integer(row), SQLValue(place), .integer(actor), .text(metric),
          .real(amount.value.double), .text(amount.unit), SQLValue(period?.first?.number),
          SQLValue(period?.last?.number),
        ], by: writer)
    }
  }

  private func insertWords(of told: Report, _ row: Int64) throws {
    let words = SQLValue.text(SearchWords.spaced(told.searchText))
    try EventTables.searchTexts.insert([.integer(row), words], by: writer)
    try SQLStatement("INSERT INTO search_fts(rowid, words) VALUES (?, ?)", in: database)
      .run(.integer(row), words)
  }

  private func actor(_ name: String) throws -> Int64 {
    try writer.recall(.actor, name) {
      try SQLStatement("SELECT actor FROM actor WHERE name = ?", in: database).integer(.text(name))
        ?? EventTables.actors.insert(
          [.text(name), .text(name.lowercased()), .integer(position)], by: writer)
    }
  }

  private func source(_ name: String, of account: Int64) throws -> Int64 {
    try writer.recall(.source, name) {
      try SQLStatement("SELECT source FROM source WHERE name = ?", in: database)
        .integer(.text(name))
        ?? EventTables.sources.insert([.text(name), .integer(account)], by: writer)
    }
  }

  // MARK: Edits

  /// Notes that the record at this position is about an account.
  func touch(_ account: Int64) throws {
    try EventTables.touches.insert([.integer(account), .integer(position)], by: writer)
  }

  /// Notes that the record at this position belongs to an act that can be undone.
  func note(_ act: RecordID?) throws {
    guard let act else { return }
    try EventTables.acts.insert([.blob(act.bytes), .integer(position)], by: writer)
  }

  /// Notes that the record at this position undoes an act; gives the acts whose standing that changes.
  func note(_ undoing: ActUndoing) throws -> Set<Data> {
    try EventTables.undoings.note(undoing, at: position, by: writer)
  }

  /// The accounts that a change at a position is about: its own, and those that it names.
  func accountsNamed(by change: Change, at position: Int64) throws -> [Int64] {
    let named = try change.accountsNamed.compactMap(log.position(of:))
    switch change {
    case .eventReported, .eventMentioned: return named + [position]
    default: return named
    }
  }

  /// Folds anew all that hangs together with these accounts, and ends and begins the rows that come
  /// out otherwise.
  func fold(from seeds: [Int64]) throws {
    let (accounts, told) = try closure(of: seeds)
    let undone = try EventTables.undoings.undone(in: database)
    let log = log
    var fold = EventFold { try? log.position(of: $0) }
    for (position, change) in told where !change.isUndone(undone) {
      fold.apply(change.change, at: position)
    }
    var events: Set<Int64> = []
    for account in accounts {
      let before = try current(account)
      let after = fold.accounts[account]?.row
      if let before, let after, before.tells(theSameAs: after) { continue }
      if let before {
        events.insert(before.event)
        try EventTables.accounts.end([.integer(account)], at: position, by: writer)
      }
      if let after {
        events.insert(after.event)
        try begin(after)
      }
    }
    try refresh(events.sorted())
  }

  /// Brings the accounts of one event into another, as a fold of all that hangs together would after a
  /// record that is never undone.
  func merge(_ other: Int64, into event: Int64) throws {
    guard other != event else { return }
    let accounts = try Row.fetchAll(
      database.cachedStatement(
        sql: "SELECT * FROM account WHERE event = ? AND until IS NULL ORDER BY account"),
      arguments: [other])
    let moved = try accounts.map { row in
      let former = try accountRow(row)
      var moved = former
      moved.event = event
      try EventTables.accounts.end([.integer(former.account)], at: position, by: writer)
      return JoiningAccount(row: moved, actors: try begin(moved))
    }
    try refresh(event, joining: moved)
    try refresh([other])
  }

  /// The accounts that hang together with some, and what the records tell that say so, both in the
  /// order of the log.
  private func closure(
    of seeds: [Int64]
  ) throws -> (accounts: [Int64], told: [(position: Int64, change: ToldChange)]) {
    var accounts: Set<Int64> = []
    var told: [Int64: ToldChange] = [:]
    var open = seeds
    let touches = try database.cachedStatement(
      sql: "SELECT position FROM touch WHERE account = ?")
    while let account = open.popLast() {
      guard accounts.insert(account).inserted else { continue }
      for position in [account] + (try Int64.fetchAll(touches, arguments: [account]))
      where told[position] == nil {
        guard let change = try log.record(at: position).map(ToldChange.init) else { continue }
        told[position] = change
        open += try accountsNamed(by: change.change, at: position)
      }
    }
    return (accounts.sorted(), told.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
  }

  private func current(_ account: Int64) throws -> AccountRow? {
    try Row.fetchOne(
      database.cachedStatement(
        sql: "SELECT * FROM account WHERE account = ? AND until IS NULL"),
      arguments: [account]
    ).map(accountRow)
  }

  private func accountRow(_ row: Row) throws -> AccountRow {
    let (data, person): (String?, String?) = (row["data"], row["person"])
    return AccountRow(
      account: row["account"], event: row["event"], told: try StoredAccount(row, log).report,
      isRetracted: row["retracted"], isAsRecorded: data == nil,
      fieldsByPerson: (person ?? "").split(separator: ",").map(String.init))
  }

  // MARK: Events

  /// Begins the row of an event that its first account founds.
  func found(_ state: AccountState, actors: [Int64]) throws {
    let lists = EventLists(actors: actors, types: [state.base.event.type.rawValue])
    let summary = EventSummary(of: [AccountFacts(founding: state)], in: state.event)
    try replace(
      state.event, nil, by: summary.map { EventRow($0.date, isHidden: $0.isHidden, lists) })
  }

  /// Ends and begins the rows of events whose accounts have changed.
  func refresh(_ numbers: [Int64]) throws {
    for event in numbers {
      let told = try SQLStatement(
        """
        SELECT \(AccountFacts.columns), actors, type FROM account
        WHERE event = ? AND until IS NULL AND retracted = 0
        """, in: database
      ).all([.integer(event)]) { row in
        (facts: AccountFacts(row), actors: row.text(7)!, type: row.text(8)!)
      }
      let summary = EventSummary(of: told.map(\.facts), in: event)
      let lists = EventLists(
        actors: told.flatMap { EventLists.numbers($0.actors) }, types: told.map(\.type))
      try replace(
        event, current(event: event),
        by: summary.map { EventRow($0.date, isHidden: $0.isHidden, lists) })
    }
  }

  /// The same of an event that accounts have joined, which in most cases date it as it is dated already:
  /// what has hundreds of accounts is not read again for each.
  func refresh(_ event: Int64, joining accounts: [JoiningAccount]) throws {
    guard let former = try current(event: event),
      try accounts.allSatisfy({ try leavesDate(of: event, $0.row) })
    else { return try refresh([event]) }
    var joined = former
    for account in accounts where !account.row.isRetracted { joined.add(account) }
    try replace(event, former, by: joined)
  }

  /// Whether it is certain that an event is dated as it was before an account joined it: by a day, to which
  /// or to an earlier one another account with as good a stance dates it (``EventSummary``).
  private func leavesDate(of number: Int64, _ account: AccountRow) throws -> Bool {
    if account.isRetracted { return true }
    let (event, published) = (account.told.event, account.told.mention.published)
    guard let day = (event.date ?? published)?.first,
      let rank = Stance.allCases.firstIndex(of: event.stance)
    else { return false }
    let ranks = Stance.allCases.prefix(rank + 1).map { "'\($0.rawValue)'" }.joined(separator: ",")
    let isDated =
      event.date == nil
      ? "date IS NOT NULL OR published IS NOT NULL AND stance IN (\(ranks)) AND whole.first <= ?"
      : "date IS NOT NULL AND stance IN (\(ranks)) AND whole.first <= ?"
    let found = try SQLStatement(
      """
      SELECT 1 FROM event AS whole
      JOIN account AS head ON head.account = whole.event AND head.event = whole.event
        AND head.until IS NULL AND head.retracted = 0
      WHERE whole.event = ? AND whole.until IS NULL AND whole.first = whole.last
        AND (head.polarity <> ? OR EXISTS (
          SELECT 1 FROM account WHERE account.event = whole.event AND until IS NULL
          AND retracted = 0 AND polarity = head.polarity AND account.since < ? AND (\(isDated))))
      """, in: database
    ).integer(
      .integer(number), .text(event.polarity.rawValue), .integer(position), SQLValue(day.number))
    return found != nil
  }

  private func current(event: Int64) throws -> EventRow? {
    try SQLStatement(
      "SELECT span, first, last, hidden, actors, types FROM event WHERE event = ? AND until IS NULL",
      in: database
    ).first([.integer(event)]) { EventRow($0) }
  }

  /// Ends and begins the row of an event where it comes out otherwise, and its places in the lists; none
  /// begins of an event without accounts.
  private func replace(_ event: Int64, _ before: EventRow?, by after: EventRow?) throws {
    guard before != after else { return }
    let stays = before?.place == after?.place
    if let before {
      try EventTables.events.end([.integer(event)], at: position, by: writer)
      writer.dayCounts.add(-1, of: before.place)
      for (table, key) in before.lists.keys(except: stays ? after?.lists : nil) {
        try table.rows.end([key, .integer(event)], at: position, by: writer)
      }
    }
    guard let after else { return }
    let place = [.integer(event)] + after.place.values
    try EventTables.events.begin(
      place + [
        .text(after.lists.actorText), .text(after.lists.typeText),
        .integer(try next("hiddens", of: "event", adding: after.place.isHidden ? 1 : 0)),
      ], at: position, by: writer)
    writer.dayCounts.add(1, of: after.place)
    for (table, key) in after.lists.keys(except: stays ? before?.lists : nil) {
      try table.rows.begin([key] + place, at: position, by: writer)
    }
  }
}
