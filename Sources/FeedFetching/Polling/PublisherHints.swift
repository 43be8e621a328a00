package import EventModel
package import FeedParsing

/// What a feed's own text says about how often to come.
package struct PublisherHints: Equatable, Sendable {
  /// RSS `ttl`.
  package var minutesToLive: Int?
  /// RSS `skipHours`: hours of the day in UTC, 0...23, in which nothing is published.
  package var skippedHours: Set<Int>
  /// How often it publishes, by the dates of its items; nil when none is dated.
  package var itemsPerWeek: Int?
  /// The latest date of an item that is not in the future.
  package var newestItem: Instant?

  package init(
    minutesToLive: Int? = nil, skippedHours: Set<Int> = [], itemsPerWeek: Int? = nil,
    newestItem: Instant? = nil
  ) {
    self.minutesToLive = minutesToLive
    self.skippedHours = skippedHours
    self.itemsPerWeek = itemsPerWeek
    self.newestItem = newestItem
  }
}

extension PublisherHints {
  /// What a feed that was just read says. Dates in the future are not believed.
  package init(_ feed: Feed, now: Instant) {
    let dates = feed.items.compactMap { $0.date?.instant.map(Instant.init(milliseconds:)) }
      .filter { $0 <= now }
    self.init(
      minutesToLive: feed.timeToLive.map { min(max($0, 0), 7 * 24 * 60) },
      skippedHours: feed.skippedHours,
      itemsPerWeek: PublisherHints.rate(dates, now: now),
      newestItem: dates.max())
  }

  /// Items a week: those of the last one, or what more would have been if the feed reached so far.
  private static func rate(_ dates: [Instant], now: Instant) -> Int? {
    guard let oldest = dates.min() else { return nil }
    let week = 7 * 86_400
    let recent = dates.count { now.seconds(since: $0) < week }
    return recent * week / min(max(now.seconds(since: oldest), 3600), week)
  }
}
