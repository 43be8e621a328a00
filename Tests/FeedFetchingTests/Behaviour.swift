import EventModel
import FeedFetching
import LoopbackServer
import Testing

/// Something a server does, and the outcome that a poll of it ends in.
struct Behaviour: Sendable, CustomTestStringConvertible {
  let name: String
  /// The outcome in words; for a body that is worth reading, `read N bytes`.
  let outcome: String
  let options: @Sendable (inout FetchOptions) -> Void
  let headers: [String]
  let isConditional: Bool
  let respond: LoopbackServer.Respond

  init(
    _ name: String, _ outcome: String, headers: [String] = [], isConditional: Bool = false,
    options: @escaping @Sendable (inout FetchOptions) -> Void = { _ in },
    respond: @escaping LoopbackServer.Respond
  ) {
    self.name = name
    self.outcome = outcome
    self.headers = headers
    self.isConditional = isConditional
    self.options = options
    self.respond = respond
  }

  /// The same steps whatever is asked for.
  init(
    _ name: String, _ outcome: String, isConditional: Bool = false, _ steps: [Step],
    options: @escaping @Sendable (inout FetchOptions) -> Void = { _ in }
  ) {
    self.init(name, outcome, isConditional: isConditional, options: options) { _ in steps }
  }

  var testDescription: String { name }

  static let now = Instant("2026-11-23T12:00:00Z")!

  /// What comes of a poll of a server that behaves so.
  func observed() throws -> String {
    let server = try LoopbackServer(respond: respond)
    let validators = Validators(etag: "\"1\"", lastModified: nil, obtained: Behaviour.now)
    let request = FetchRequest(
      try FeedURL(server.url("/feed")), validators: isConditional ? validators : nil,
      headers: headers)
    return try Behaviour.outcome(of: request, options)
  }

  static func outcome(
    of request: FetchRequest, _ adjust: (inout FetchOptions) -> Void = { _ in }
  ) throws -> String {
    let result = try fetch(request, adjust)
    return switch Judgement(result, now: now) {
    case .settled(let outcome): "\(outcome)"
    case .unread(let response): "read \(response.body.count) bytes"
    }
  }

  /// With small limits, the patience that a busy machine needs, and 127.0.0.1 as if it were a public
  /// address.
  static func fetch(
    _ request: FetchRequest, _ adjust: (inout FetchOptions) -> Void = { _ in }
  ) throws -> FetchResult {
    var options = FetchOptions(userAgent: "annals-tests")
    options.limits.totalSeconds = 60
    options.limits.stallSeconds = 60
    options.limits.bodyBytes = 1 << 20
    options.addresses = AddressPolicy {
      $0 == .v4(0x7F00_0001) ? nil : AddressPolicy.publicOnly.refusal($0)
    }
    adjust(&options)
    var results: [FetchResult] = []
    try Fetcher(options, clock: { now }).run([request]) { results.append($1) }
    try #require(results.count == 1)
    return results[0]
  }
}
