public import EventModel

/// What a feed's own text says about how often to come.
public struct PublisherHints: Equatable, Sendable {
  /// RSS `ttl`.
  public var minutesToLive: Int?
  /// RSS `skipHours`: hours of the day in UTC, 0...23, in which nothing is published.
  public var skippedHours: Set<Int>
  /// How often it publishes, by the dates of its items; nil when none is dated.
  public var itemsPerWeek: Int?
  /// The latest date of an item that is not in the future.
  public var newestItem: Instant?

  public init(
    minutesToLive: Int? = nil, skippedHours: Set<Int> = [], itemsPerWeek: Int? = nil,
    newestItem: Instant? = nil
  ) {
    self.minutesToLive = minutesToLive
    self.skippedHours = skippedHours
    self.itemsPerWeek = itemsPerWeek
    self.newestItem = newestItem
  }
}
