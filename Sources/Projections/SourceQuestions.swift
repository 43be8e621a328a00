package import EventModel
import GRDB

/// What a source has told.
package struct SourceTally: Equatable, Sendable {
  package let name: String
  package let reports: Int
  package let events: Int
  /// Events that it told first of all that the log knows.
  package let first: Int
  /// Rumours that it told, and how many of them came true or were denied: by other reports of the event,
  /// or by a later stage of its story.
  package let rumours: Int
  package let confirmed: Int
  package let denied: Int
  /// Reports in the words of another source, and whose words these are, the most reprinted first.
  package let reprints: Int
  package let reprinted: [String]
  /// The days of its first and its last report.
  package let oldest: CivilDay?
  package let newest: CivilDay?
}

extension Snapshot {
  /// The sources that have told of events, those with the most reports first.
  package func sources() throws -> [SourceTally] {
    let (fates, reprints) = (try fatesOfRumours(), try reprints())
    return try Row.fetchAll(
      database,
      sql: """
        SELECT source.name, count(*), count(DISTINCT account.event),
          sum(account.account = account.event), sum(account.stance = 'rumoured'),
          min(account.published_day), max(account.published_day)
        FROM account JOIN source USING(source) WHERE \(listedAccount.sql)
        GROUP BY account.source ORDER BY 2 DESC, 1
        """, arguments: listedAccount.arguments
    ).map { row in
      let name: String = row[0]
      let (fate, copied) = (fates[name], reprints[name] ?? [:])
      return SourceTally(
        name: name, reports: row[1], events: row[2], first: row[3], rumours: row[4],
        confirmed: fate?.confirmed ?? 0, denied: fate?.denied ?? 0,
        reprints: copied.values.reduce(0, +),
        reprinted: copied.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key),
        oldest: (row[5] as Int?).map(CivilDay.init(number:)),
        newest: (row[6] as Int?).map(CivilDay.init(number:)))
    }
  }

  /// The names of ``sources()``, in that order.
  package func sourceNames() throws -> [String] {
    try String.fetchAll(
      database,
      sql: """
        SELECT source.name FROM account JOIN source USING(source) WHERE \(listedAccount.sql)
        GROUP BY account.source ORDER BY count(*) DESC, 1
        """, arguments: listedAccount.arguments)
  }

  package func hasSource(_ name: String) throws -> Bool {
    try Int.fetchOne(database, sql: "SELECT 1 FROM source WHERE name = ?", arguments: [name]) != nil
  }

  /// How many of the rumours of each source came true, and how many were denied.
  private func fatesOfRumours() throws -> [String: (confirmed: Int, denied: Int)] {
    let rumours = try Row.fetchAll(
      database,
      sql: """
        SELECT event, source.name FROM account JOIN source USING(source)
        WHERE stance = 'rumoured' AND \(listedAccount.sql)
        """, arguments: listedAccount.arguments)
    let tellers: [Int64: [String]] = Dictionary(grouping: rumours) { $0[0] as Int64 }
      .mapValues { rows in rows.map { $0[1] } }
    var fates: [String: (confirmed: Int, denied: Int)] = [:]
    for (number, sources) in tellers {
      guard let event = try self.event(number) else { continue }
      let told = event.accounts.map(\.report.event)
      let stages = try links(of: event).filter { $0.earlier == event.position }.map(\.link.stage)
      let isConfirmed =
        told.contains { $0.stance != .rumoured && $0.polarity == .asserted }
        || stages.contains { ["confirms", "completes"].contains($0) }
      let isDenied =
        told.contains { $0.polarity == .denied }
        || stages.contains { ["denies", "ends"].contains($0) }
      for source in sources {
        fates[source, default: (0, 0)].confirmed += isConfirmed ? 1 : 0
        fates[source, default: (0, 0)].denied += isDenied ? 1 : 0
      }
    }
    return fates
  }

  /// How many reports of each source are in the words of which other.
  private func reprints() throws -> [String: [String: Int]] {
    let shared = try Int64.fetchAll(
      database,
      sql: """
        SELECT event FROM account WHERE \(listedAccount.sql)
        GROUP BY event HAVING count(DISTINCT source) > 1
        """, arguments: listedAccount.arguments)
    var reprints: [String: [String: Int]] = [:]
    for event in shared {
      let accounts = try accounts(
        "event = ? AND account.retracted = 0" + (showsHidden ? "" : " AND account.hidden = 0"),
        [event])
      for (account, original) in zip(accounts, accounts.originals) {
        guard let original else { continue }
        let words = accounts[original].report.mention.source
        reprints[account.report.mention.source, default: [:]][words, default: 0] += 1
      }
    }
    return reprints
  }

  /// The sources of which it is said until when they have told all.
  package func coveredSources() throws -> [String] {
    let held = held("coverage")
    return try String.fetchAll(
      database, sql: "SELECT source FROM coverage WHERE \(held.sql) ORDER BY source",
      arguments: held.arguments)
  }

  /// The day of the last report that fits; nil without one.
  package func lastReport(
    matching filter: ReportFilter, except exclusions: [ReportFilter]
  ) throws -> CivilDay? {
    var condition = liveAccount
    try narrow(&condition, "account.event", to: filter, except: exclusions)
    return try Int.fetchOne(
      database, sql: "SELECT max(published_day) FROM account WHERE \(condition.sql)",
      arguments: condition.arguments
    ).map(CivilDay.init(number:))
  }
}
