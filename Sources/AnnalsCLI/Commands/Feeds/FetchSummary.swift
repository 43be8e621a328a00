import FeedFetching
import Ingestion

/// What a round of polls came to.
struct FetchSummary {
  private var polled = 0
  private var failed = 0
  private var waiting = 0
  private var appended = Appended()

  mutating func count(_ outcome: Outcome, _ appended: Appended) {
    if case .limited = outcome { waiting += 1 } else { polled += 1 }
    if outcome.isProblem { failed += 1 }
    self.appended = self.appended + appended
  }

  var sentence: String {
    guard polled + waiting > 0 else { return "no feed is due" }
    let parts = [(failed, "failed"), (waiting, "told to wait")].filter { $0.0 > 0 }
    return "polled \(polled) \(polled == 1 ? "feed" : "feeds"): "
      + ([appended.sentence] + parts.map { "\($0.0) \($0.1)" }).joined(separator: "; ")
  }

  /// Throws when feeds failed.
  func conclude() throws {
    guard failed > 0 else { return }
    throw Failure(
      failed == polled ? .network : .partly, "\(failed) of \(polled) feeds failed",
      hint: "annals feed check says why")
  }
}
