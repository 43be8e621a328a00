import FeedFetching
import Ingestion
import JSONText
import Querying

/// What a round of polls came to.
struct FetchSummary {
  private var polled = 0
  private var failed = 0
  private var waiting = 0
  private var quarantined = 0
  private var appended = Appended()
  /// What became of each feed, in the order in which that was known.
  var rows: [JSON] = []

  mutating func count(_ outcome: Outcome, _ appended: Appended) {
    if case .limited = outcome { waiting += 1 } else { polled += 1 }
    if outcome.isProblem { failed += 1 }
    self.appended = self.appended + appended
  }

  mutating func countQuarantined() { quarantined += 1 }

  var sentence: String {
    guard polled + waiting + quarantined > 0 else { return "no feed is due" }
    let parts = [
      (failed, "failed"), (waiting, "told to wait"), (quarantined, "in quarantine"),
    ].filter { $0.0 > 0 }
    return "polled \(polled) \(polled == 1 ? "feed" : "feeds"): "
      + ([appended.sentence] + parts.map { "\($0.0) \($0.1)" }).joined(separator: "; ")
  }

  var document: Document {
    let counts = [
      ("polled", polled), ("failed", failed), ("waiting", waiting), ("quarantined", quarantined),
    ].map { JSON.Member($0, .number(Int64($1))) }
    let columns = [
      Column("title", key: "title"), Column("outcome", key: "outcome"),
      Column("url", for: .programs) { .url($0["url"]) },
    ]
    return Document(
      title: sentence, parts: [.table(Table(columns, rows))],
      json: .object(
        [.init("schema", "annals.fetched/1")] + counts + appended.counts
          + [.init("rows", .array(rows))]))
  }

  /// Throws when feeds failed or were left alone.
  func conclude() throws {
    guard failed + quarantined > 0 else { return }
    throw Failure(
      failed == polled && quarantined == 0 ? .network : .partly,
      "\(failed + quarantined) of \(polled + quarantined) feeds failed",
      hint: "annals feed check says why")
  }
}
