package import EventLog
package import EventModel
import GRDB

/// The feeds and files that are being read, inside a transaction of their store.
///
/// A body is written down before it is parsed and coded, and crossed out when that has ended, well or
/// not. What is left was being read when the process died; what has killed it twice in a row is kept
/// in ``Quarantine``, so that the others go on.
package struct AttemptTable {
  let database: Database

  package init(_ transaction: Transaction) { database = transaction.database }

  /// Notes that a body is about to be read; commit it before the reading begins.
  ///
  /// - Parameters:
  ///   - subject: what is read: a subscription's ``Subscription/feed``, or the digest of a file.
  ///   - name: for people.
  ///   - version: of the program that reads.
  package func begin(
    _ subject: String, named name: String, digest: String, version: String, now: Instant
  ) throws {
    try database.cachedStatement(
      sql: """
        INSERT INTO attempt(subject, name, digest, version, unfinished, at)
        VALUES (?, ?, ?, ?, 1, ?)
        ON CONFLICT(subject) DO UPDATE SET name = excluded.name, digest = excluded.digest,
          version = excluded.version, unfinished = unfinished + 1, at = excluded.at
        """
    ).execute(arguments: [subject, name, digest, version, now.milliseconds])
  }

  /// Notes that the reading has ended, and forgets the attempts before.
  package func end(_ subject: String) throws {
    try database.cachedStatement(sql: "DELETE FROM attempt WHERE subject = ?")
      .execute(arguments: [subject])
  }

  /// What has killed the process too often, in the order of its names.
  package func quarantines() throws -> [Quarantine] {
    try database.rows(
      of: "attempt",
      """
      SELECT subject, name, digest, version, unfinished, at FROM attempt
      WHERE unfinished >= ? ORDER BY name, subject
      """, [Quarantine.patience]
    ).map { row in
      Quarantine(
        subject: row[0], name: row[1], digest: row[2], version: row[3], attempts: row[4],
        last: Instant(stored: row[5]) ?? Instant(milliseconds: 0))
    }
  }

  /// Those that a program leaves alone at a moment.
  package func quarantines(for version: String, at now: Instant) throws -> [Quarantine] {
    try quarantines().filter { $0.holds(for: version, at: now) }
  }
}

/// A feed or a file that is not read for a while, since the process died whenever it was.
package struct Quarantine: Equatable, Sendable, CustomStringConvertible {
  /// So many attempts in a row may end the process.
  static let patience = 2
  /// Seconds after which the same program tries again: 7 days.
  static let term = 7 * 86_400

  /// As ``AttemptTable/begin(_:named:digest:version:now:)`` was told.
  package let subject: String
  package let name: String
  package let digest: String
  package let version: String
  package let attempts: Int
  package let last: Instant

  /// Whether a program leaves it alone at a moment. Another version tries at once; so does any whose
  /// clock is a week away from the last attempt, to whichever side.
  package func holds(for version: String, at now: Instant) -> Bool {
    version == self.version
      && abs(now.milliseconds - last.milliseconds) < Int64(Quarantine.term) * 1000
  }

  package var description: String {
    let end = Instant(milliseconds: last.milliseconds + Int64(Quarantine.term) * 1000)
    return "quarantined: annals ended \(attempts) times in a row while reading it; "
      + "the next attempt is after \(end), or by another version"
  }
}
