public import EventModel

/// What is remembered of a feed between two polls.
public struct FetchState: Equatable, Sendable {
  /// What the feed called itself when it was first read. It stays that, whatever it claims later, so
  /// that no feed turns into another.
  public var identity: String?
  public var validators: Validators?
  /// What tells the last body that was read from others: its SHA-256.
  public var digest: String?
  public var checked: Instant?
  /// When an answer last came that could be read, 304 included.
  public var succeeded: Instant?
  /// When the feed last brought something new.
  public var lastNews: Instant?
  /// Polls in a row that were refused or failed.
  public var failures = 0
  public var outcome: Outcome?
  /// A permanent redirect that was seen once, without its secrets.
  public var announcedMove: String?
  public var isRetired = false
  public var hints = PublisherHints()
  /// When the next poll is due; nil before the first.
  public var next: Appointment?

  public init() {}

  public func isDue(at now: Instant) -> Bool {
    guard let next else { return !isRetired }
    return next.time.map { $0 <= now } ?? false
  }
}
