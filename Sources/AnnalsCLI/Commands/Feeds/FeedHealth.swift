import EventModel
import FeedFetching
import JSONText
import Querying
import SideTables

/// A row of the health table.
struct FeedHealth {
  let json: JSON
  let isBroken: Bool

  /// - Parameters:
  ///   - faults: what cannot be read of the feed.
  ///   - quarantine: why it is left alone.
  init(
    of subscription: Subscription, _ state: FetchState, faults: [Unreadable],
    quarantine: Quarantine?, now: Instant
  ) {
    let health: Health
    let problem: String?
    if let quarantine {
      (health, problem) = (.quarantined, "\(quarantine)")
    } else if !faults.isEmpty {
      (health, problem) = (.unreadable, faults.map(\.reason).joined(separator: "; "))
    } else {
      (health, problem) = (Health(state, now: now), state.outcome.map { "\($0)" })
    }
    isBroken = health.isProblem
    func text(_ value: (some CustomStringConvertible)?) -> JSON {
      value.map { .string("\($0)") } ?? .null
    }
    json = .object([
      "title": .string(subscription.title),
      "url": .string(subscription.url),
      "health": .string(health.rawValue),
      "checked": text(state.checked),
      "succeeded": text(state.succeeded),
      "newest": text(state.hints.newestItem ?? state.lastNews),
      "failures": .number(Int64(state.failures)),
      "outcome": text(state.outcome),
      "problem": text(isBroken ? problem : nil),
      "next": text(state.next?.time),
      "reason": text(state.next?.reason),
      "secrets": .strings(subscription.secrets.names(in: subscription.url)),
    ])
  }

  static let columns = [
    Column("title", key: "title"), Column("health", key: "health"),
    Column("newest") { .moment($0["newest"]) }, Column("next") { .moment($0["next"]) },
    Column("why then", key: "reason"), Column("problem", key: "problem").fitting(.whole),
    Column("url", for: .programs) { .url($0["url"]) },
    Column("failures", key: "failures", isNumeric: true, for: .programs),
    Column("checked", for: .programs) { .moment($0["checked"]) },
    Column("succeeded", for: .programs) { .moment($0["succeeded"]) },
    Column("outcome", key: "outcome", for: .programs),
    Column("secrets", key: "secrets"),
  ]
}
