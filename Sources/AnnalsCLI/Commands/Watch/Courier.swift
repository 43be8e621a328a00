import EventModel
import FeedFetching
import JSONText
import Projections
import Querying
import Rendering

/// Brings an alert to a person: to a command of theirs, to an address, or to both.
struct Courier {
  let command: String?
  let webhook: FeedURL?
  let options: FetchOptions
  let surroundings: Surroundings

  /// How a delivery went.
  enum Outcome: Equatable {
    case delivered
    /// Nothing has left, so that it can be tried again.
    case unsent(String)
    case failed(String)
  }

  /// - Parameter key: the same for the same alert, so that a server can tell that it was sent twice.
  func deliver(_ alert: Alert, key: String) throws -> Outcome {
    if let webhook {
      let outcome = try post(alert, to: webhook, key: key)
      guard outcome == .delivered else { return outcome }
    }
    guard let command else { return .delivered }
    let code = try Launch.run(
      shell: command, environment: environment(of: alert), input: Courier.body(of: alert).bytes)
    return code == 0 ? .delivered : .failed("the command ended with \(code)")
  }

  private func environment(of alert: Alert) -> [String: String] {
    surroundings.environment.merging([
      "ANNALS_ID": alert.id.description, "ANNALS_TITLE": SafeText.line(alert.title),
      "ANNALS_URL": alert.url.map(SafeText.address) ?? "",
      "ANNALS_TYPE": alert.view.event.type.rawValue,
      "ANNALS_OLD": SafeText.line(alert.corrections.joined(separator: "; ")),
    ]) { $1 }
  }

  private static func body(of alert: Alert) -> JSON {
    .object([.init("schema", "annals.alert/1")] + (alert.json.members ?? []))
  }

  private func post(_ alert: Alert, to webhook: FeedURL, key: String) throws -> Outcome {
    let request = FetchRequest(
      webhook, headers: ["Idempotency-Key: \"\(key)\""], posting: Courier.body(of: alert).text)
    var outcome = Outcome.unsent("interrupted")
    let fetcher = try Fetcher(options, clock: surroundings.clock)
    try fetcher.run([request]) { _, result in
      outcome =
        switch result {
        case .response(let response) where 200..<300 ~= response.status: .delivered
        case .response(let response):
          .failed("\(FetchFailure.status(response.status, isChallenge: false))")
        case .refused(let refusal): .unsent("\(refusal)")
        case .failed(let failure):
          switch failure {
          case .nameNotFound, .cannotConnect: .unsent("\(failure)")
          default: .failed("\(failure)")
          }
        case .heldBack(let moment): .unsent("its server asked to wait until \(moment)")
        }
    }
    return outcome
  }
}
