public import EventModel
public import FeedParsing

extension PublisherHints {
  /// What a feed that was just read says. Dates in the future are not believed.
  public init(_ feed: Feed, now: Instant) {
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
