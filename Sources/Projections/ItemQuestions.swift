import EventLog
import EventModel
import GRDB
import JSONText

/// Which items are asked for; all that is said must hold.
package struct ItemFilter: Sendable {
  /// Words or phrases of its title and text.
  package var words: [String] = []
  /// The numbers of feeds, one of which served it.
  package var feeds: [Int64] = []
  /// Whether an event was made of it.
  package var isCoded: Bool?
  /// First observed after this position.
  package var learnedAfter: Int64?
  /// Among these items.
  package var among: Set<Int64>?
  /// Not among these items.
  package var exceptions: Set<Int64> = []

  package init() {}
}

extension Snapshot {
  /// The items that fit, the last learned first; with words, the best fit of the newest first. With
  /// `after`, those that come behind that item.
  package func items(
    _ filter: ItemFilter, after: Int64? = nil, limit: Int? = nil
  ) throws -> [StoredItem] {
    var condition = condition(filter)
    guard filter.words.isEmpty else { return try ranked(filter, condition, after, limit) }
    if let after { condition.and("item.item < ?", [after]) }
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT * FROM item WHERE \(condition.sql) ORDER BY item DESC LIMIT \(limit ?? -1)
        """, arguments: condition.arguments)
    return rows.map(StoredItem.init)
  }

  /// How many items fit; words are not looked at.
  package func itemCount(_ filter: ItemFilter) throws -> Int {
    let condition = condition(filter)
    return try Int.fetchOne(
      database, sql: "SELECT count(*) FROM item WHERE \(condition.sql)",
      arguments: condition.arguments) ?? 0
  }

  private func ranked(
    _ filter: ItemFilter, _ condition: Condition, _ after: Int64?, _ limit: Int?
  ) throws -> [StoredItem] {
    let found = try Row.fetchAll(
      database,
      sql: """
        WITH found(row, rank) AS MATERIALIZED (
          SELECT rowid, rank FROM item_fts WHERE item_fts MATCH ?
          ORDER BY rowid DESC LIMIT \(Snapshot.candidates))
        SELECT item.* FROM found JOIN item USING(row) WHERE \(condition.sql)
        ORDER BY found.rank, item.item DESC
        """, arguments: [SearchWords.expression(filter.words)] + condition.arguments
    ).map(StoredItem.init)
    let place = after.map { after in found.firstIndex { $0.item == after } ?? found.count - 1 }
    return Array(found.dropFirst(place.map { $0 + 1 } ?? 0).prefix(limit ?? .max))
  }

  private func condition(_ filter: ItemFilter) -> Condition {
    var condition = held("item")
    func members(_ numbers: some Sequence<Int64>) -> StatementArguments {
      [JSON.array(numbers.map { .number($0) }).text]
    }
    if !filter.feeds.isEmpty {
      condition.and("item.feed IN (SELECT value FROM json_each(?))", members(filter.feeds))
    }
    if let isCoded = filter.isCoded {
      condition.and(
        """
        \(isCoded ? "" : "NOT ")EXISTS (SELECT 1 FROM account
        WHERE account.item = item.item AND \(listedAccount.sql))
        """, listedAccount.arguments)
    }
    if let place = filter.learnedAfter { condition.and("item.item > ?", [place]) }
    if let among = filter.among {
      condition.and("item.item IN (SELECT value FROM json_each(?))", members(among))
    }
    if !filter.exceptions.isEmpty {
      condition.and(
        "item.item NOT IN (SELECT value FROM json_each(?))", members(filter.exceptions))
    }
    return condition
  }

  /// The feeds that have served items.
  package func itemFeeds() throws -> [(number: Int64, name: String, title: String)] {
    try Row.fetchAll(
      database, sql: "SELECT feed, name, title FROM feed WHERE since <= ? ORDER BY feed",
      arguments: [position]
    ).map { ($0[0], $0[1], $0[2]) }
  }

  /// The items whose ids begin with these hexadecimal digits.
  package func items(named prefix: String) throws -> [StoredItem] {
    try log.positions(idPrefix: prefix, limit: 100).compactMap { try item(at: $0) }
  }

  /// The item that a record first observed; nil where it observed none.
  package func item(at number: Int64) throws -> StoredItem? {
    let held = held("item")
    return try Row.fetchOne(
      database, sql: "SELECT * FROM item WHERE item = ? AND \(held.sql)",
      arguments: [number] + held.arguments
    ).map(StoredItem.init)
  }

  /// The records that tell an item's states, oldest first.
  package func states(of item: StoredItem) throws -> [Record] {
    try Int64.fetchAll(
      database, sql: "SELECT state FROM item WHERE item = ? AND since <= ? ORDER BY since",
      arguments: [item.item, position]
    ).compactMap { try log.record(at: $0) }
  }
}
