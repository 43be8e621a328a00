import EventLog
import EventModel
import Foundation
import GRDB
import JSONText

/// The tables of events, written at one position of the log.
struct EventTables {
  let database: Database
  private let position: Int64

  init(_ database: Database, at position: Int64) {
    self.database = database
    self.position = position
  }

  private static let accounts = BitemporalTable(
    "account", key: ["account"],
    columns: [
      "event", "retracted", "type", "stance", "polarity", "date", "published", "published_day",
      "source", "language", "item", "person", "coder", "data",
    ])
  private static let events = BitemporalTable(
    "event", key: ["event"], columns: ["span", "first", "last"])

  // MARK: Accounts

  func isAccount(_ number: Int64) throws -> Bool {
    try Row.fetchOne(
      database.cachedStatement(sql: "SELECT 1 FROM account WHERE account = ?"),
      arguments: [number]) != nil
  }

  /// The event that an account belongs to now, retracted or not.
  func event(of account: Int64) throws -> Int64? {
    try Int64.fetchOne(
      database.cachedStatement(
        sql: "SELECT event FROM account WHERE account = ? AND until IS NULL"),
      arguments: [account])
  }

  /// Begins a row for an account, with what hangs on it.
  func begin(_ state: AccountState) throws {
    let told = state.told
    let (event, mention) = (told.event, told.mention)
    let byPerson = state.fieldsByPerson
    let row = try EventTables.accounts.begin(
      [
        state.account, state.event, state.isRetracted, event.type.rawValue, event.stance.rawValue,
        event.polarity.rawValue, event.date?.text, mention.published?.text,
        mention.published?.last?.number, try source(mention.source), mention.language,
        try mention.item.flatMap { try Log(database).position(of: $0) },
        byPerson.isEmpty ? nil : byPerson.joined(separator: ","),
        mention.item == nil ? nil : event.evidence?.coder ?? "",
        state.isAsRecorded ? nil : Change.eventReported(told).data.text,
      ], at: position, in: database)
    guard !state.isRetracted else { return }
    let actors = try event.actors.map { try actor($0.name) }
    for actor in actors {
      try database.cachedStatement(
        sql: "INSERT OR IGNORE INTO account_actor(actor, row) VALUES (?, ?)"
      ).execute(arguments: [actor, row])
    }
    try insertMeasures(of: event, row)
    try insertWords(of: told, row)
  }

  private func insertMeasures(of event: Event, _ row: Int64) throws {
    guard event.amounts.contains(where: { $0.metric != nil }), let measured = event.measured else {
      return
    }
    let actor = try actor(measured.name)
    for (place, amount) in event.amounts.enumerated() {
      guard let metric = amount.metric else { continue }
      let period = amount.period ?? event.date
      try database.cachedStatement(
        sql: """
          INSERT INTO measure(row, place, actor, metric, number, unit, first, last)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          """
      ).execute(arguments: [
        row, place, actor, metric, amount.value.double, amount.unit, period?.first?.number,
        period?.last?.number,
      ])
    }
  }

  private func insertWords(of told: Report, _ row: Int64) throws {
    let words = SearchWords.spaced(told.searchText)
    try database.cachedStatement(sql: "INSERT INTO search_text(row, words) VALUES (?, ?)")
      .execute(arguments: [row, words])
    try database.cachedStatement(sql: "INSERT INTO search_fts(rowid, words) VALUES (?, ?)")
      .execute(arguments: [row, words])
  }

  private func actor(_ name: String) throws -> Int64 {
    let known = try Int64.fetchOne(
      database.cachedStatement(sql: "SELECT actor FROM actor WHERE name = ?"), arguments: [name])
    if let known { return known }
    try database.cachedStatement(sql: "INSERT INTO actor(name, folded, since) VALUES (?, ?, ?)")
      .execute(arguments: [name, name.lowercased(), position])
    return database.lastInsertedRowID
  }

  private func source(_ name: String) throws -> Int64 {
    let known = try Int64.fetchOne(
      database.cachedStatement(sql: "SELECT source FROM source WHERE name = ?"), arguments: [name])
    if let known { return known }
    try database.cachedStatement(sql: "INSERT INTO source(name) VALUES (?)")
      .execute(arguments: [name])
    return database.lastInsertedRowID
  }

  // MARK: Edits

  /// Notes that the record at this position is about an account.
  func touch(_ account: Int64) throws {
    try database.cachedStatement(
      sql: "INSERT OR IGNORE INTO touch(account, position) VALUES (?, ?)"
    ).execute(arguments: [account, position])
  }

  /// The accounts that a change at a position is about: its own, and those that it names.
  func accountsNamed(by change: Change, at position: Int64) throws -> [Int64] {
    let named = try change.accountsNamed.compactMap(Log(database).position(of:))
    switch change {
    case .eventReported, .eventMentioned: return named + [position]
    default: return named
    }
  }

  /// The acts that are undone: from the last undoing back, each counts unless it is undone itself.
  static func undoneActs(in database: Database) throws -> Set<Data> {
    let rows = try Row.fetchAll(
      database, sql: "SELECT of, act FROM undoing ORDER BY position DESC")
    return rows.reduce(into: []) { undone, row in
      let (of, act): (Data, Data) = (row[0], row[1])
      if !undone.contains(act) { undone.insert(of) }
    }
  }

  /// Folds anew all that hangs together with these accounts, and ends and begins the rows that come
  /// out otherwise.
  func fold(from seeds: [Int64]) throws {
    let (accounts, told) = try closure(of: seeds)
    let undone = try EventTables.undoneActs(in: database)
    let log = Log(database)
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
        try EventTables.accounts.end([account], at: position, in: database)
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
    let log = Log(database)
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
        told: try StoredAccount(row, Log(database)).report)
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
  func found(_ state: AccountState) throws {
    let date = EventSummary(of: [AccountFacts(founding: state)], in: state.event)?.date
    try begin(state.event, date)
  }

  /// Ends and begins the rows of events whose accounts have changed.
  func refresh(_ numbers: [Int64]) throws {
    for event in numbers {
      let statement = try database.cachedStatement(
        sql: """
          SELECT account, stance, polarity, date, published, person FROM account
          WHERE event = ? AND until IS NULL AND retracted = 0
          """)
      let facts = try Row.fetchAll(statement, arguments: [event]).map(AccountFacts.init)
      let date = EventSummary(of: facts, in: event)?.date
      let former = try Row.fetchOne(
        database.cachedStatement(
          sql: "SELECT first, last FROM event WHERE event = ? AND until IS NULL"),
        arguments: [event])
      if let former, !facts.isEmpty, former[0] == date?.first?.number,
        former[1] == date?.last?.number
      {
        continue
      }
      if former != nil { try EventTables.events.end([event], at: position, in: database) }
      if !facts.isEmpty { try begin(event, date) }
    }
  }

  private func begin(_ event: Int64, _ date: PartialDate?) throws {
    try EventTables.events.begin(
      [event, EventSpan(date).rawValue, date?.first?.number, date?.last?.number], at: position,
      in: database)
  }
}
