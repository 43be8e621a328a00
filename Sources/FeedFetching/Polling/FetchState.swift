public import EventModel

/// What is remembered of a feed between two polls.
public struct FetchState: Equatable, Sendable {
  /// What the feed called itself when it was first read. It stays that, whatever it claims later, so
  /// that no feed turns into another.
  public var identity: String?
  public var validators: Validators?
  /// What tells the last body that was read from others: its SHA-256.
  public var digest: String?
  public var checked: Instant?
  /// When an answer last came that could be read, 304 included.
  public var succeeded: Instant?
  /// When the feed last brought something new.
  public var lastNews: Instant?
  /// Polls in a row that were refused or failed.
  public var failures = 0
  public var outcome: Outcome?
  /// A permanent redirect that was seen once, without its secrets.
  public var announcedMove: String?
  public var isRetired = false
  public var hints = PublisherHints()
  /// When the next poll is due; nil before the first.
  public var next: Appointment?

  public init() {}

  public func isDue(at now: Instant) -> Bool {
    guard let next else { return !isRetired }
    return next.time.map { $0 <= now } ?? false
  }
}

extension FetchState {
  /// The state after a poll: the first half of what is remembered, all but the appointment.
  ///
  /// - Parameters:
  ///   - digest: of the body, when it was read to the end.
  ///   - hints: what the feed said, when it was read.
  public func after(
    _ outcome: Outcome, response: Response? = nil, digest: String? = nil,
    hints: PublisherHints? = nil, now: Instant
  ) -> FetchState {
    var state = self
    state.checked = now
    state.outcome = outcome
    switch outcome {
    case .refused, .failed: state.failures += 1
    case .gone: state.isRetired = true
    case .limited: break
    case .new, .unchanged, .notModified, .moved:
      state.failures = 0
      state.succeeded = now
      state.announcedMove = response?.permanentURL.map(Redaction.address)
    }
    if case .new = outcome { state.lastNews = now }
    if let hints { state.hints = hints }
    if let digest, let response {
      state.digest = digest
      state.validators = Validators(response.headers, obtained: now)
    }
    return state
  }

  /// Where to ask from now on, with its secrets: a permanent redirect that the poll before had seen
  /// already.
  public func confirmedMove(_ response: Response?) -> String? {
    response?.permanentURL.flatMap { Redaction.address($0) == announcedMove ? $0 : nil }
  }
}
