import EventModel
import GRDB
import JSONText

/// What the requests for feeds need and nobody else may see, inside a transaction of their store.
struct SecretTable {
  let database: Database

  init(_ database: Database) { self.database = database }

  /// By feed; those without any have no row.
  func all() throws -> [String: FeedSecrets] {
    try rows().compactMapValues { try? $0.get() }
  }

  func faults() throws -> [Unreadable] {
    try rows().values.compactMap { row in
      if case .failure(let fault) = row { fault } else { nil }
    }
  }

  /// Replaces those of a feed.
  func save(_ secrets: FeedSecrets, of feed: String) throws {
    try database.execute(sql: "DELETE FROM secret WHERE feed = ?", arguments: [feed])
    if secrets.isEmpty { return }
    try database.execute(
      sql: "INSERT INTO secret(feed, userinfo, parameters, headers) VALUES (?, ?, ?, ?)",
      arguments: [
        feed, secrets.userinfo, JSON.strings(secrets.values).text,
        JSON.strings(secrets.headers).text,
      ])
  }

  private func rows() throws -> [String: Result<FeedSecrets, Unreadable>] {
    let rows = try database.rows(
      of: "secret", "SELECT feed, userinfo, parameters, headers FROM secret")
    return Dictionary(
      uniqueKeysWithValues: rows.map { row in
        let feed: String = row[0]
        guard let values = JSON.texts(row[2]), let headers = JSON.texts(row[3]) else {
          return (
            feed,
            .failure(
              Unreadable(
                table: "secret", row: feed,
                reason: "its password or key cannot be read; add the feed again"))
          )
        }
        return (feed, .success(FeedSecrets(userinfo: row[1], values: values, headers: headers)))
      })
  }
}

extension JSON {
  /// A list of texts as a column holds it; nil when it is none.
  static func texts(_ column: String) -> [String]? {
    let texts = (try? JSON.parse(column))?.elements?.map(\.string)
    return texts?.contains(nil) == true ? nil : texts?.compactMap(\.self)
  }
}
