package import EventLog
package import FeedFetching
import GRDB
import JSONText

/// How the fetching of each feed stands, inside a transaction of their store.
package struct FetchStateTable {
  let database: Database

  package init(_ transaction: Transaction) { database = transaction.database }

  /// By feed; one that was never polled has none, nor has one whose row cannot be read.
  package func all() throws -> [String: FetchState] {
    try rows().compactMapValues { try? $0.get() }
  }

  /// The rows that cannot be read.
  package func faults() throws -> [Unreadable] {
    try rows().values.compactMap { row in
      if case .failure(let fault) = row { fault } else { nil }
    }
  }

  package func save(_ state: FetchState, of subscription: Subscription) throws {
    try database.cachedStatement(
      sql: "INSERT OR REPLACE INTO fetch_state(feed, state) VALUES (?, ?)"
    ).execute(arguments: [subscription.feed, state.json.text])
  }

  private func rows() throws -> [String: Result<FetchState, Unreadable>] {
    let rows = try database.rows(of: "fetch_state", "SELECT feed, state FROM fetch_state")
    return Dictionary(
      uniqueKeysWithValues: rows.map { row in
        let (feed, text): (String, String) = (row[0], row[1])
        return (feed, Result { () throws(Unreadable) in try FetchState(of: feed, stored: text) })
      })
  }
}

extension FetchState {
  fileprivate init(of feed: String, stored text: String) throws(Unreadable) {
    do { self = try FetchState(json: JSON.parse(text)) } catch {
      throw Unreadable(table: "fetch_state", row: feed, reason: "\(error)")
    }
  }
}
