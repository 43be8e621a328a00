import EventLog
import EventModel
import GRDB

/// The events that sources tell: their accounts as they are believed, what the accounts claim, the
/// words to search them by, and for each event what all its accounts make of it.
///
/// An account is one report, named by the position of its record; an event is the accounts that
/// bear its number, the position of the record that founded it.
enum EventProjection: Projection {
  static let name = "events"
  static let version = 10
  static let tables = [
    "actor", "source", "account", "account_actor", "measure", "event", "event_actor", "event_type",
    "event_days", "touch", "act", "undoing", "search_text", "search_fts",
  ]

  /// `since` of a source is the first account that it told. `claims` and `hiddens` count the measures
  /// and the hidden rows up to and with theirs, so that two rows tell how many lie between them.
  static let schema = """
    CREATE TABLE actor(
      actor INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, folded TEXT NOT NULL,
      since INTEGER NOT NULL) STRICT;
    CREATE TABLE source(
      source INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, since INTEGER NOT NULL) STRICT;
    CREATE TABLE account(
      row INTEGER PRIMARY KEY, account INTEGER NOT NULL, event INTEGER NOT NULL,
      since INTEGER NOT NULL, until INTEGER, retracted INTEGER NOT NULL, hidden INTEGER NOT NULL,
      type TEXT NOT NULL,
      stance TEXT NOT NULL, polarity TEXT NOT NULL, pending INTEGER NOT NULL, date TEXT, published TEXT,
      published_day INTEGER, source INTEGER NOT NULL, language TEXT, item INTEGER,
      person TEXT, coder TEXT, data TEXT, actors TEXT NOT NULL, claims INTEGER NOT NULL) STRICT;
    CREATE INDEX account_account ON account(account);
    CREATE INDEX account_event ON account(event);
    CREATE TABLE account_actor(
      actor INTEGER NOT NULL, row INTEGER NOT NULL,
      PRIMARY KEY(actor, row)) STRICT, WITHOUT ROWID;
    CREATE TABLE measure(
      row INTEGER NOT NULL, place INTEGER NOT NULL, actor INTEGER NOT NULL, metric TEXT NOT NULL,
      number REAL NOT NULL, unit TEXT NOT NULL, first INTEGER, last INTEGER,
      PRIMARY KEY(row, place)) STRICT, WITHOUT ROWID;
    CREATE TABLE event(
      row INTEGER PRIMARY KEY, event INTEGER NOT NULL, since INTEGER NOT NULL, until INTEGER,
      span INTEGER NOT NULL, first INTEGER, last INTEGER, hidden INTEGER NOT NULL,
      actors TEXT NOT NULL, types TEXT NOT NULL, hiddens INTEGER NOT NULL) STRICT;
    CREATE INDEX event_event ON event(event);
    \(EventList.ofActor.schema)
    \(EventList.ofType.schema)
    \(DayCounts.schema)
    CREATE TABLE touch(
      account INTEGER NOT NULL, position INTEGER NOT NULL,
      PRIMARY KEY(account, position)) STRICT, WITHOUT ROWID;
    CREATE TABLE act(
      act BLOB NOT NULL, position INTEGER NOT NULL,
      PRIMARY KEY(act, position)) STRICT, WITHOUT ROWID;
    \(EventTables.undoings.schema)
    CREATE TABLE search_text(row INTEGER PRIMARY KEY, words TEXT NOT NULL) STRICT;
    CREATE VIRTUAL TABLE search_fts USING fts5(
      words, content='search_text', content_rowid='row', tokenize='unicode61');
    """

  static let indexes = [
    "actor_folded ON actor(folded)",
    "account_day ON account(published_day)",
    "account_pending ON account(published_day) WHERE pending = 1",
    "account_item ON account(item) WHERE item IS NOT NULL",
    "account_coder ON account(coder) WHERE until IS NULL AND coder IS NOT NULL",
    "account_until ON account(until) WHERE until IS NOT NULL",
    "account_retracted ON account(since, until) WHERE retracted = 1",
    "measure_metric ON measure(metric, actor, first, last)",
    "event_day ON event(span, first, event, last, since, until, hidden)",
    "event_until ON event(until, hidden) WHERE until IS NOT NULL",
  ]

  static func apply(_ change: Change, of record: Record, by writer: TableWriter) throws {
    let tables = EventTables(writer, at: record.position)
    switch change {
    case .eventReported(let report):
      try tables.note(report.act)
      let state = AccountState(record.position, report)
      try tables.found(state, actors: tables.begin(state.row))
    case .eventMentioned(let mention):
      let told = try tables.log.position(of: mention.of)
      let event = try told.flatMap { try tables.event(of: $0) } ?? record.position
      if let told { try tables.touch(told) }
      var state = AccountState(record.position, mention.report)
      state.event = event
      let joining = JoiningAccount(row: state.row, actors: try tables.begin(state.row))
      try tables.refresh(event, joining: [joining])
    case .eventAmended, .eventRetracted, .eventsMerged, .eventSplit:
      try edit(change, record, tables)
    case .eventsLinked(let link):
      try tables.note(link.act)
      for id in [link.from, link.to] { try tables.log.position(of: id).map(tables.touch) }
    case .actUndone(let undoing):
      try undo(undoing, record, tables)
    // What these say is folded elsewhere; which acts there are by hand is known here, of all.
    case .forecastResolved(let resolution) where resolution.by != nil: break
    case .forecastIssued, .forecastResolved, .forecastAnnulled, .sequenceDefined, .phaseBegan,
      .querySaved, .actorLinked:
      try tables.note(change.act)
    case .reviewAnswered(let answer):
      // An item of which no event was made can be asked about too.
      guard let number = try tables.log.position(of: answer.of), try tables.isAccount(number) else {
        return try tables.note(change.act)
      }
      try edit(change, record, tables)
    case .eventTagged, .eventStarred, .eventNoted:
      try tables.note(change.act)
      if let account = try change.marked.flatMap(tables.log.position(of:)) {
        try tables.touch(account)
      }
    default: break
    }
  }

  static func finish(by writer: TableWriter) throws { try writer.dayCounts.write(by: writer) }

  /// Folds the accounts again that an edit is about, with all that they hang together with.
  private static func edit(
    _ change: Change, _ record: Record, _ tables: EventTables
  ) throws {
    let numbers = try change.accountsNamed.map { id in
      guard let number = try tables.log.position(of: id),
        try tables.isAccount(number)
      else { throw ProjectionFault(reason: "there is no report \(id)") }
      return number
    }
    try tables.note(change.hand(record.id))
    for number in numbers { try tables.touch(number) }
    if case .eventsMerged(let merge) = change, change.hand(record.id) == nil {
      guard let into = try tables.log.position(of: merge.into).flatMap(tables.event),
        let other = try tables.log.position(of: merge.other).flatMap(tables.event)
      else { return }
      return try tables.merge(other, into: into)
    }
    try tables.fold(from: numbers)
  }

  private static func undo(
    _ undoing: ActUndoing, _ record: Record, _ tables: EventTables
  ) throws {
    var accounts: [Int64] = []
    for act in try tables.note(undoing) {
      let positions = try Int64.fetchAll(
        tables.database, sql: "SELECT position FROM act WHERE act = ?", arguments: [act])
      for position in positions {
        guard let change = try tables.log.record(at: position)?.change else { continue }
        accounts += try tables.accountsNamed(by: change, at: position)
      }
    }
    try tables.fold(from: accounts)
  }
}
