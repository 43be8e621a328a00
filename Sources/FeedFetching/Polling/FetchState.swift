package import EventModel

/// What is remembered of a feed between two polls.
package struct FetchState: Equatable, Sendable {
  /// What the feed called itself when it was first read. It stays that, whatever it claims later, so
  /// that no feed turns into another.
  package var identity: String?
  package var validators: Validators?
  /// What tells the last body that was read from others: its SHA-256.
  package var digest: String?
  package var checked: Instant?
  /// When an answer last came that could be read, 304 included.
  package var succeeded: Instant?
  /// When the feed last brought something new.
  package var lastNews: Instant?
  /// Polls in a row that were refused or failed.
  package var failures = 0
  package var outcome: Outcome?
  /// A permanent redirect that was seen once, without its secrets.
  package var announcedMove: String?
  package var isRetired = false
  package var hints = PublisherHints()
  /// When the next poll is due; nil before the first.
  package var next: Appointment?

  package init() {}

  package func isDue(at now: Instant) -> Bool {
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
  package func after(
    _ outcome: Outcome, response: Response? = nil, digest: String? = nil,
    hints: PublisherHints? = nil, now: Instant
  ) -> FetchState {
    var state = self
    state.outcome = outcome
    switch outcome {
    case .refused, .failed: state.failures += 1
    case .gone: state.isRetired = true
    case .limited, .forbidden: break
    case .new, .unchanged, .notModified, .moved:
      state.failures = 0
      state.succeeded = now
      state.announcedMove = response?.permanentURL.map(Redaction.address)
    }
    if response != nil || outcome.wasAsked { state.checked = now }
    if case .new = outcome { state.lastNews = now }
    if outcome == .notModified, let response {
      state.validators = validators?.updated(by: response.headers)
    }
    if let hints { state.hints = hints }
    if let digest, let response {
      state.digest = digest
      state.validators = Validators(response.headers, obtained: now)
    }
    return state
  }

  /// Where to ask from now on, with its secrets: a permanent redirect that the poll before had seen
  /// already.
  package func confirmedMove(_ response: Response?) -> String? {
    response?.permanentURL.flatMap { Redaction.address($0) == announcedMove ? $0 : nil }
  }
}
