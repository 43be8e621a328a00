import EventLog

/// The lists that an event stands in: those of its actors and of its types, as its accounts tell them, each in
/// the order in which the log learned of them: so that new rows come together at its end.
struct EventLists: Equatable {
  let actors: [Int64]
  let types: [String]

  /// Reads the texts that a row holds.
  init(_ actors: String, _ types: String) {
    self.actors = EventLists.numbers(actors)
    self.types = types.split(separator: ",").map(String.init)
  }

  init(actors: [Int64], types: [String]) {
    self.actors = Set(actors).sorted()
    self.types = Set(types).sorted()
  }

  /// The numbers of the actors, ascending, set apart by commas; so are the types.
  var actorText: String { EventLists.text(actors) }
  var typeText: String { types.joined(separator: ",") }

  /// Each list, but for those of others, by its table and its key.
  func keys(except others: EventLists?) -> [(table: EventList, key: SQLValue)] {
    let (known, types) = (Set(others?.actors ?? []), others?.types ?? [])
    return actors.filter { !known.contains($0) }.map { (EventList.ofActor, .integer($0)) }
      + self.types.filter { !types.contains($0) }.map { (EventList.ofType, .text($0)) }
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
  let rows: BitemporalTable
  private let keyType: String

  static let ofActor = EventList("event_actor", key: "actor", "INTEGER")
  static let ofType = EventList("event_type", key: "type", "TEXT")

  private init(_ name: String, key: String, _ keyType: String) {
    (self.name, self.key, self.keyType) = (name, key, keyType)
    rows = BitemporalTable(
      name, key: [key, "event"], columns: ["span", "first", "last", "hidden"], isNumbered: false)
  }

  var schema: String {
    """
    CREATE TABLE \(name)(
      \(key) \(keyType) NOT NULL, event INTEGER NOT NULL, since INTEGER NOT NULL, until INTEGER,
      span INTEGER NOT NULL, first INTEGER, last INTEGER, hidden INTEGER NOT NULL,
      PRIMARY KEY(\(key), event, since)) STRICT, WITHOUT ROWID;
    """
  }
}
