package import EventLog
package import EventModel
package import FeedFetching

/// The feed was removed while it was polled.
package struct SubscriptionRemoved: Error { package init() {} }

/// A poll that has ended, on its way into the tables.
package struct EndedPoll: Sendable {
  package private(set) var subscription: Subscription
  /// Before the poll.
  package let state: FetchState
  package let response: Response?
  package let now: Instant

  package init(
    of subscription: Subscription, after state: FetchState, _ result: FetchResult, now: Instant
  ) {
    self.subscription = subscription
    self.state = state
    self.now = now
    if case .response(let response) = result { self.response = response } else { response = nil }
  }

  /// Gives the subscription the title that its feed has, if it has none yet.
  package mutating func learn(title: String) { subscription.learn(title: title) }

  /// Notes that what came is about to be read: whatever reading it does to this process, the next one
  /// knows.
  ///
  /// - Throws: ``SubscriptionRemoved`` when the feed is followed no longer.
  package func beginReading(
    digest: String, version: String, in transaction: Transaction
  ) throws {
    guard try SubscriptionTable(transaction).contains(subscription) else {
      throw SubscriptionRemoved()
    }
    try AttemptTable(transaction).begin(
      subscription.feed, named: subscription.title, digest: digest, version: version, now: now)
  }

  /// Writes down how the poll ended, when the next is due, and where the feed has moved to.
  ///
  /// - Parameters:
  ///   - identity: of the feed, when it was read.
  ///   - digest: of the body, when it was read to the end.
  ///   - hints: what the feed said, when it was read.
  /// - Returns: the outcome, which a move may have changed.
  /// - Throws: ``SubscriptionRemoved`` when the feed is followed no longer.
  package func save(
    _ outcome: Outcome, identity: String? = nil, digest: String? = nil,
    hints: PublisherHints? = nil, in transaction: Transaction
  ) throws -> Outcome {
    guard try SubscriptionTable(transaction).contains(subscription) else {
      throw SubscriptionRemoved()
    }
    try AttemptTable(transaction).end(subscription.feed)
    var next = state.after(outcome, response: response, digest: digest, hints: hints, now: now)
    if let identity { next.identity = identity }
    if !outcome.isProblem, let url = state.confirmedMove(response), isLasting(url) {
      // An address that another subscription has already is asked once.
      next.isRetired = try !SubscriptionTable(transaction).move(subscription, to: url)
      next.outcome = .moved(to: Redaction.address(url))
    }
    if case .limited(let moment) = outcome, let response {
      let subject = try response.pausesHost ? FeedURL(response.url).host : subscription.feed
      try PauseTable(transaction).pause(subject, since: now, until: moment)
    }
    if case .limited(let moment) = outcome, response == nil {
      // Nobody was asked, since the server had told us to wait.
      next.next = Schedule.waiting(until: moment)
    } else {
      next.next = Schedule.next(
        after: next, headers: response?.headers ?? [:], interval: subscription.interval,
        seed: subscription.feed, now: now)
    }
    let isPrivate = response?.isPrivate == true && !outcome.isProblem
    try SubscriptionTable(transaction).note(
      title: subscription.title, isPrivate: isPrivate, of: subscription)
    try FetchStateTable(transaction).save(next, of: subscription)
    let poll = Poll(at: now, outcome: "\(next.outcome!)", bytes: response?.body.count ?? 0)
    try PollTable(transaction).add(poll, of: subscription)
    return next.outcome!
  }

  /// Whether an address holds no secret but the subscriber's own: a signature of the server's ends.
  private func isLasting(_ address: String) -> Bool {
    FeedSecrets(of: address).values.allSatisfy(subscription.secrets.values.contains)
  }
}
