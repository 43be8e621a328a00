package import EventModel

/// How a feed does, for people: what is broken is told apart from what is merely silent.
package enum Health: String, Sendable {
  case new, fine, waiting, silent, failing, gone
  /// A rule of ours forbids to ask it.
  case refused
  /// What is remembered of it cannot be read; it is polled as if it were new.
  case unreadable
  /// Reading it has ended the program too often; it is left alone for a while.
  case quarantined

  /// Whether somebody should look after it.
  package var isProblem: Bool {
    switch self {
    case .failing, .gone, .unreadable, .quarantined: true
    case .new, .fine, .waiting, .silent, .refused: false
    }
  }

  /// A feed that brought nothing new for so many seconds is silent: 90 days.
  static let patience = 90 * 86_400

  package init(_ state: FetchState, now: Instant) {
    if state.isRetired {
      self = .gone
    } else if state.failures > 0 {
      self = .failing
    } else if case .limited = state.outcome {
      self = .waiting
    } else if case .forbidden = state.outcome {
      self = .refused
    } else if let checked = state.checked {
      let news = state.hints.newestItem ?? state.lastNews ?? checked
      self = now.seconds(since: news) > Health.patience ? .silent : .fine
    } else {
      self = .new
    }
  }
}
