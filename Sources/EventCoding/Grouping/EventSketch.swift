public import EventModel

/// What of an item decides whether it tells the same event as another.
public struct EventSketch: Hashable, Sendable {
  /// nil where it is not known, and may be any.
  public var day: CivilDay?
  public var type: EventType?
  /// Whether one company seldom has two events of the type on a day.
  public var isRare: Bool
  public var polarity: Polarity
  /// Words, numbers and names of the headline, hashed; sorted, each once.
  public var tokens: [UInt64]
  /// Canonical names of actors, hashed; sorted.
  public var actors: [UInt64]
  /// Names of models and products and proper names, hashed; sorted.
  public var objects: [UInt64]
  /// Amounts of money, counts and percentages, hashed by value and unit; sorted.
  public var amounts: [UInt64]
  /// Quarters, halves and years that it speaks of, hashed; sorted.
  public var periods: [UInt64]
  /// Whether the headline is Chinese.
  public var isChinese: Bool

  /// How many days lie between two; 0 where one of them is not known.
  func daysApart(_ other: EventSketch) -> Int {
    guard let day, let otherDay = other.day else { return 0 }
    return abs(day.number - otherDay.number)
  }
}
