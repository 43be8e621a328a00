import EventModel
import GRDB
import JSONText

/// Moves what is secret out of the tables of stores that had no table for it.
struct SecretMigration {
  let database: Database

  init(_ database: Database) { self.database = database }

  func run() throws {
    guard try database.columns(in: "subscription").contains(where: { $0.name == "headers" }) else {
      return
    }
    // What is deleted is overwritten, and names change in several tables before they agree again.
    try database.execute(sql: "PRAGMA secure_delete = ON; PRAGMA defer_foreign_keys = ON")
    try moveSecrets()
    try rewrite("fetch_state", "state") { state in
      (try? JSON.parse(state))?.withoutSecrets.text ?? Redaction.text(state)
    }
    try rewrite("poll", "outcome", Redaction.text)
    try database.execute(sql: "ALTER TABLE subscription DROP COLUMN headers")
  }

  private func moveSecrets() throws {
    let rows = try Row.fetchAll(
      database, sql: "SELECT feed, url, title, site, headers FROM subscription ORDER BY rowid")
    var feeds = FreeNames(rows.map { $0[0] })
    var urls = FreeNames(rows.map { $0[1] })
    for row in rows {
      let (feed, url): (String, String) = (row[0], row[1])
      let site: String? = row[3]
      let name = feeds.shown(feed)
      try database.execute(
        sql: "UPDATE subscription SET feed = ?, url = ?, title = ?, site = ? WHERE feed = ?",
        arguments: [
          name, urls.shown(url), Redaction.text(row[2]), site.map(Redaction.address), feed,
        ])
      for table in ["fetch_state", "poll"] {
        try database.execute(
          sql: "UPDATE \(table) SET feed = ? WHERE feed = ?", arguments: [name, feed])
      }
      let secrets = FeedSecrets(of: url, headers: JSON.texts(row[4]) ?? [])
      try SecretTable(database).save(secrets, of: name)
    }
  }

  private func rewrite(
    _ table: String, _ column: String, _ clean: (String) -> String
  ) throws {
    for text in try String.fetchAll(database, sql: "SELECT DISTINCT \(column) FROM \(table)") {
      try database.execute(
        sql: "UPDATE \(table) SET \(column) = ? WHERE \(column) = ?",
        arguments: [clean(text), text])
    }
  }
}

/// The addresses of a column without their secrets, each once: where two would be the same, the later
/// one has a number behind a `#`.
private struct FreeNames {
  private var taken: Set<String>

  init(_ addresses: [String]) {
    taken = Set(addresses.filter { Redaction.address($0) == $0 })
  }

  mutating func shown(_ address: String) -> String {
    let shown = Redaction.address(address)
    if shown == address { return address }
    var (candidate, number) = (shown, 1)
    while !taken.insert(candidate).inserted {
      number += 1
      candidate = "\(shown)#\(number)"
    }
    return candidate
  }
}

extension JSON {
  /// A member of a feed's state: an address, or a sentence or an object around one.
  fileprivate var withoutSecrets: JSON {
    switch self {
    case .string(let text):
      .string(text.contains(" ") ? Redaction.text(text) : Redaction.address(text))
    case .object(let members):
      .object(members.map { Member($0.key, $0.value.withoutSecrets) })
    case .array, .bool, .null, .number: self
    }
  }
}
