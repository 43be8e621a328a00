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
  func begin(_ state: AccountState) throws -> [Int64] {
    let told = state.told
    let (event, mention) = (told.event, told.mention)
    let byPerson = state.fieldsByPerson
    let isCounted = !state.isRetracted
    let actors = isCounted ? try event.actors.map { try actor($0.name) } : []
    let claims = isCounted ? event.measuredAmounts.count : 0
    let row = try EventTables.accounts.begin(
      [
        .integer(state.account), .integer(state.event), SQLValue(state.isRetracted ? 1 : 0),
        SQLValue(event.isInScope ? 0 : 1), .text(event.type.rawValue), .text(event.stance.rawValue),
        .text(event.polarity.rawValue),
        SQLValue(event.stage.isPending ? 1 : 0), SQLValue(event.date?.text),
        SQLValue(mention.published?.text),
        SQLValue(mention.published?.last?.number),
        .integer(try source(mention.source, of: state.account)),
        SQLValue(mention.language), SQLValue(try mention.item.flatMap { try log.position(of: $0) }),
        byPerson.isEmpty ? .null : .text(byPerson.joined(separator: ",")),
        mention.item == nil ? .null : .text(event.evidence?.coder ?? ""),
        state.isAsRecorded ? .null : .text(Change.eventReported(told).data.text),
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
      let after = fold.accounts[account]
      if let before, let after, before.isTold(by: after) { continue }
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

  private func current(_ account: Int64) throws -> CurrentAccount? {
    try Row.fetchOne(
      database.cachedStatement(
        sql: "SELECT * FROM account WHERE account = ? AND until IS NULL"),
      arguments: [account]
    ).map { row in
      CurrentAccount(
        event: row["event"], isRetracted: row["retracted"],
        told: try StoredAccount(row, log).report)
    }
  }

  private struct CurrentAccount {
    let event: Int64
    let isRetracted: Bool
    let told: Report

    func isTold(by state: AccountState) -> Bool {
      event == state.event && isRetracted == state.isRetracted && told == state.told
    }
  }

  // MARK: Events

  /// Begins the row of an event that its first account founds.
  func found(_ state: AccountState, actors: [Int64]) throws {
    try begin(
      state.event, EventSummary(of: [AccountFacts(founding: state)], in: state.event),
      EventLists(actors: actors, types: [state.base.event.type.rawValue]))
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
      let former = try SQLStatement(
        """
        SELECT first, last, hidden, actors, types FROM event WHERE event = ? AND until IS NULL
        """, in: database
      ).first([.integer(event)], FormerEvent.init)
      if let former, let summary, former.first == summary.date?.first?.number,
        former.last == summary.date?.last?.number, former.isHidden == summary.isHidden,
        former.lists == lists
      {
        continue
      }
      if let former { try end(event, former) }
      try begin(event, summary, lists)
    }
  }

  /// What the row of an event holds that is to end.
  private struct FormerEvent {
    let first: Int?
    let last: Int?
    let isHidden: Bool
    let lists: EventLists

    init(_ row: SQLRow) {
      first = row.integer(0).map(Int.init)
      last = row.integer(1).map(Int.init)
      isHidden = row.integer(2) == 1
      lists = EventLists(row.text(3)!, row.text(4)!)
    }
  }

  /// Ends the row of an event, and its places in the lists.
  private func end(_ event: Int64, _ former: FormerEvent) throws {
    try EventTables.events.end([.integer(event)], at: position, by: writer)
    writer.dayCounts.add(-1, from: former.first, to: former.last, isHidden: former.isHidden)
    for (table, key) in former.lists.keys {
      try table.rows.end([key, .integer(event)], at: position, by: writer)
    }
  }

  /// Begins no row of an event without accounts.
  private func begin(_ event: Int64, _ summary: EventSummary?, _ lists: EventLists) throws {
    guard let summary else { return }
    let date = summary.date
    let (span, isHidden) = (EventSpan(date).rawValue, summary.isHidden ? 1 : 0)
    let place: [SQLValue] = [
      .integer(event), SQLValue(span), SQLValue(date?.first?.number), SQLValue(date?.last?.number),
      SQLValue(isHidden),
    ]
    let told: [SQLValue] = [
      .text(lists.actorText), .text(lists.typeText),
      .integer(try next("hiddens", of: "event", adding: isHidden)),
    ]
    try EventTables.events.begin(place + told, at: position, by: writer)
    writer.dayCounts.add(
      1, from: date?.first?.number, to: date?.last?.number, isHidden: summary.isHidden)
    for (table, key) in lists.keys {
      try table.rows.begin([key] + place, at: position, by: writer)
    }
  }
}
