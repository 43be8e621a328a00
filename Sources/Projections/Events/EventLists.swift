import EventLog

/// The lists that an event stands in: those of its actors and of its types, as its accounts tell them, each in
/// the order in which the log learned of them: so that new rows come together at its end.
struct EventLists {
  /// The numbers of the actors, ascending, set apart by commas; so are the types.
  let actorText: String
  let typeText: String

  init(_ actors: String, _ types: String) {
    (actorText, typeText) = (actors, types)
  }

  init(actors: [Int64], types: [String]) {
    self.init(
      EventLists.text(Set(actors).sorted()), Set(types).sorted().joined(separator: ","))
  }

  /// Each list by its table and its key.
  var keys: [(table: EventList, key: SQLValue)] {
    EventLists.numbers(actorText).map { (EventList.ofActor, .integer($0)) }
      + typeText.split(separator: ",").map { (EventList.ofType, .text(String($0))) }
  }

  static func text(_ numbers: [Int64]) -> String {
    numbers.map(String.init).joined(separator: ",")
  }

  static func numbers(_ text: String) -> [Int64] {
    text.split(separator: ",").compactMap { Int64($0) }
  }
}

/// A table of lists of events, by actor or by type. Its columns bear the names of those of `event`, so that it
/// can stand in for that table.
struct EventList: Sendable {
  let name: String
  /// The column that says whose list it is.
  let key: String
  private let table: StoredTable

  static let ofActor = EventList("event_actor", key: "actor")
  static let ofType = EventList("event_type", key: "type")

  private init(_ name: String, key: String) {
    self.name = name
    self.key = key
    table = StoredTable(
      name, [key, "event", "since", "span", "first", "last", "hidden"], later: ["until"])
  }

  func insert(_ values: [SQLValue], by writer: TableWriter) throws {
    try table.insert(values, by: writer)
  }

  func set(
    _ column: String, to value: SQLValue, where condition: String, _ key: [SQLValue],
    by writer: TableWriter
  ) throws {
    try table.set(column, to: value, where: condition, key, by: writer)
  }
}

extension EventTables {
  /// - Parameter key: the column that says whose list it is, with its type.
  static func list(_ name: String, of key: String) -> String {
    """
    CREATE TABLE \(name)(
      \(key) NOT NULL, event INTEGER NOT NULL, since INTEGER NOT NULL, until INTEGER,
      span INTEGER NOT NULL, first INTEGER, last INTEGER, hidden INTEGER NOT NULL,
      PRIMARY KEY(\(key.split(separator: " ")[0]), event, since)) STRICT, WITHOUT ROWID;
    """
  }
}
