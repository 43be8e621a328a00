import FeedFetching
import Ingestion
import JSONText
import Querying
import SecondReading
import SideTables

/// What a round of polls came to.
struct FetchSummary {
  /// Whether a person has named the feeds, and so wants to hear of each.
  private let areNamed: Bool
  private var polled = 0
  private var failed = 0
  private var waiting = 0
  private var refused = 0
  private var quarantined = 0
  private var appended = Appended()
  /// What came of the questions to a second reader, where there is one.
  private var reading: ReadingTally?
  /// What became of each feed, in the order in which that was known.
  private var rows: [JSON] = []
  /// Feeds that failed, by how, in the order in which that was first met: in words without their own
  /// hosts, in those of the first, and which.
  private var reasons: [(kind: String, sentence: String, titles: [String])] = []
  /// Those that failed in the same way at the poll before.
  private var repeated: [String] = []

  init(areNamed: Bool) { self.areNamed = areNamed }

  mutating func note(_ subscription: Subscription, _ outcome: String) {
    rows.append(
      .object([
        "title": .string(subscription.title), "url": .string(subscription.url),
        "outcome": .string(outcome),
      ]))
  }

  mutating func note(failure: Outcome, of subscription: Subscription, isRepeated: Bool) {
    if isRepeated, !areNamed { return repeated.append(subscription.title) }
    let sentence = "\(failure)"
    let host = (try? FeedURL(subscription.url))?.host
    let kind = host.map { sentence.replacing($0, with: "…") } ?? sentence
    if let index = reasons.firstIndex(where: { $0.kind == kind }) {
      reasons[index].titles.append(subscription.title)
    } else {
      reasons.append((kind, sentence, [subscription.title]))
    }
  }

  /// A line for each way in which feeds failed, and one for all that failed so before.
  var failures: [String] {
    reasons.map { reason in
      let sentence = reason.titles.count == 1 ? reason.sentence : reason.kind
      return "\(FetchSummary.list(reason.titles)): \(sentence)"
    }
      + (repeated.isEmpty
        ? []
        : ["failed as before: \(FetchSummary.list(repeated)) (annals feed check says why)"])
  }

  private static func list(_ titles: [String]) -> String {
    let rest = titles.count - 5
    return titles.prefix(5).joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
  }

  mutating func count(_ outcome: Outcome, _ appended: Appended) {
    switch outcome {
    case .limited: waiting += 1
    case .forbidden: refused += 1
    default: polled += 1
    }
    if outcome.isProblem { failed += 1 }
    self.appended = self.appended + appended
  }

  /// Adds what was coded again at the end of the round.
  mutating func add(_ appended: Appended, _ reading: ReadingTally) {
    self.appended = self.appended + appended
    self.reading = reading
  }

  mutating func countQuarantined() { quarantined += 1 }

  var sentence: String {
    guard polled + waiting + refused + quarantined > 0 else { return "no feed is due" }
    let parts = [
      (failed, "failed"), (waiting, "told to wait"), (refused, "refused"),
      (quarantined, "in quarantine"),
    ].filter { $0.0 > 0 }
    return "polled \(polled) \(polled == 1 ? "feed" : "feeds"): "
      + ([appended.sentence] + parts.map { "\($0.0) \($0.1)" }).joined(separator: "; ")
      + (reading?.sentence.map { "; second reader: \($0)" } ?? "")
  }

  var document: Document {
    let counts = [
      ("polled", polled), ("failed", failed), ("waiting", waiting), ("refused", refused),
      ("quarantined", quarantined),
    ].map { JSON.Member($0, .number(Int64($1))) }
    let columns = [
      Column("title", key: "title"), Column("outcome", key: "outcome"),
      Column("url", for: .programs) { .url($0["url"]) },
    ]
    return Document(
      title: sentence, parts: [.table(Table(columns, rows))],
      json: .object(
        [.init("schema", "annals.fetched/1")] + counts + appended.counts
          + (reading.map { [.init("secondReader", $0.json)] } ?? [])
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
