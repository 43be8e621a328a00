import EventLog
import FeedFetching
import JSONText
import JetStream

/// What the servers of a log tell of themselves at their monitors.
struct ServerCheck {
  let address: LogAddress
  let surroundings: Surroundings

  init(_ address: LogAddress, _ surroundings: Surroundings) {
    self.address = address
    self.surroundings = surroundings
  }

  enum State: Equatable {
    /// Writes reach its disk before they are acknowledged.
    case syncs(version: String)
    case doesNotSync(version: String)
    case silent(String)
  }

  /// Each monitor, and what it says.
  func states() throws -> [(monitor: String, state: State)] {
    try address.monitors.map { ($0, try state(of: $0)) }
  }

  /// Throws ``StoreError/unusable(log:_:)`` unless the servers that answer, and one at least, sync before they
  /// acknowledge: else a power cut takes what was acknowledged.
  func demandSync() throws {
    if address.isUnsafe { return }
    guard !address.monitors.isEmpty else {
      throw refusal(
        "it is not known whether its servers sync before they acknowledge; name their monitors")
    }
    let states = try states()
    if let lax = states.first(where: { if case .doesNotSync = $0.state { true } else { false } }) {
      throw refusal("the server at \(lax.monitor) acknowledges before it syncs")
    }
    guard states.contains(where: { if case .syncs = $0.state { true } else { false } }) else {
      throw refusal("none of its monitors answers")
    }
  }

  private func refusal(_ reason: String) -> StoreError {
    .unusable(
      log: address.shown,
      "\(reason) (&monitor=http://h1:8222, and sync_interval: always in each server's jetstream block; "
        + "&sync=unsafe waives it)")
  }

  private func state(of monitor: String) throws -> State {
    var options = FetchOptions(userAgent: NetworkOptions.userAgent(contact: nil))
    options.addresses = .anywhere
    var state = State.silent("no answer")
    do {
      let request = FetchRequest(try FeedURL("\(monitor)/varz"))
      try Fetcher(options, clock: surroundings.clock).run([request]) { _, result in
        switch result {
        case .response(let response): state = ServerCheck.state(response.body)
        case .failed(let failure): state = .silent("\(failure)")
        case .refused(let refusal): state = .silent("\(refusal)")
        case .heldBack: break
        }
      }
    } catch let refusal as Refusal { state = .silent("\(refusal)") }
    return state
  }

  private static func state(_ body: [UInt8]) -> State {
    guard let told = try? JSON.parse(body), let version = told["version"]?.string else {
      return .silent("it is no monitor of a NATS server")
    }
    let config = told["jetstream"]?["config"]
    let syncs = config?["sync_always"]?.bool == true
    return syncs ? .syncs(version: version) : .doesNotSync(version: version)
  }
}
