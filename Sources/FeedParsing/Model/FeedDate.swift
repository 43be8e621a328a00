/// A date as a feed claims it. When the item was first seen is for the log to know.
package struct FeedDate: Sendable, Equatable {
  /// The text as served.
  package var claimed: String
  /// Milliseconds since 1970-01-01T00:00:00Z, or nil when the text is no date.
  package var instant: Int64?

  package init(claimed: String, instant: Int64?) {
    self.claimed = claimed
    self.instant = instant
  }

  /// Reads any spelling that ``DateParser`` knows.
  ///
  /// - Parameter zoneless: minutes east of UTC for a time that names no zone.
  package init(_ claimed: String, zoneless: Int = 0) {
    self.init(claimed: claimed, instant: DateParser.instant(claimed, zoneless: zoneless))
  }
}
