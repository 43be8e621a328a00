public import EventLog
public import FeedFetching
import GRDB
import JSONText

/// How the fetching of each feed stands, inside a transaction of their store.
public struct FetchStateTable {
  let database: Database

  public init(_ transaction: Transaction) { database = transaction.database }

  /// By feed; one that was never polled has none.
  public func all() throws -> [String: FetchState] {
    let rows = try Row.fetchAll(database, sql: "SELECT feed, state FROM fetch_state")
    return Dictionary(
      uniqueKeysWithValues: try rows.map { row in
        (row["feed"], FetchState(json: try JSON.parse(row["state"] as String)))
      })
  }

  public func save(_ state: FetchState, of subscription: Subscription) throws {
    try database.cachedStatement(
      sql: "INSERT OR REPLACE INTO fetch_state(feed, state) VALUES (?, ?)"
    ).execute(arguments: [subscription.feed, state.json.text])
  }
}
