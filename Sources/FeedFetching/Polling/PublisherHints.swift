public import EventModel

/// What a feed's own text says about how often to come.
public struct PublisherHints: Equatable, Sendable {
  /// RSS `ttl`.
  public var minutesToLive: Int?
  /// RSS `skipHours`: hours of the day in UTC, 0...23, in which nothing is published.
  public var skippedHours: Set<Int>
  /// Items dated within the week before they were read; nil when no item is dated.
  public var itemsInLastWeek: Int?
  /// The latest date of an item that is not in the future.
  public var newestItem: Instant?

  public init(
    minutesToLive: Int? = nil, skippedHours: Set<Int> = [], itemsInLastWeek: Int? = nil,
    newestItem: Instant? = nil
  ) {
    self.minutesToLive = minutesToLive
    self.skippedHours = skippedHours
    self.itemsInLastWeek = itemsInLastWeek
    self.newestItem = newestItem
  }
}
