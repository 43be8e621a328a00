/// A date as a feed claims it. When the item was first seen is for the log to know.
package struct FeedDate: Sendable, Equatable {
  /// The text as served.
  package var claimed: String
  /// Milliseconds since 1970-01-01T00:00:00Z, or nil when the text is no date, or one not to be believed.
  package var instant: Int64?
  /// Whether the text is a date that no item can have.
  private(set) var isImpossible = false

  package init(claimed: String, instant: Int64?) {
    self.claimed = claimed
    self.instant = instant
  }

  /// Reads any spelling that ``DateParser`` knows.
  package init(_ claimed: String) {
    self.init(claimed: claimed, instant: DateParser.instant(claimed))
  }

  /// The same, of a feed; a date on which no feed can have been published is not believed.
  ///
  /// Those are what publishing software writes where it has no date (year 1, 1900, the epoch of
  /// Unix), and the years of other calendars: 1404 in Iran, 1447 in Mecca, 2568 in Bangkok.
  init(_ claimed: String, in context: DateContext) {
    let instant = DateParser.instant(claimed, in: context)
    self.init(claimed: claimed, instant: instant.flatMap { Self.possible.contains($0) ? $0 : nil })
    isImpossible = instant != nil && self.instant == nil
  }

  /// From the third day of 1970, when it is no longer its first in any zone, to the end of 2099.
  private static let possible: Range<Int64> = 172_800_000..<4_102_444_800_000
}
