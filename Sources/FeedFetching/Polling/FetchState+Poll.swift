public import EventModel

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
