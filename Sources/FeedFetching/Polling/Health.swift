public import EventModel

/// How a feed does, for people: what is broken is told apart from what is merely silent.
public enum Health: String, Sendable {
  case new, fine, waiting, silent, failing, gone

  /// A feed that brought nothing new for so many seconds is silent: 90 days.
  static let patience = 90 * 86_400

  public init(_ state: FetchState, now: Instant) {
    if state.isRetired {
      self = .gone
    } else if state.failures > 0 {
      self = .failing
    } else if case .limited = state.outcome {
      self = .waiting
    } else if let checked = state.checked {
      let news = state.hints.newestItem ?? state.lastNews ?? checked
      self = now.seconds(since: news) > Health.patience ? .silent : .fine
    } else {
      self = .new
    }
  }
}
