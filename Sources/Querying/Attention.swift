package import EventModel

/// What a reader has looked at and how the feeds do, which stands beside the log.
package struct Attention: Sendable {
  /// A place of the log, and the moment at which somebody stood there.
  package struct Place: Sendable {
    package let position: Int64
    package let at: Instant

    package init(position: Int64, at: Instant) {
      self.position = position
      self.at = at
    }
  }

  /// A feed that is followed.
  package struct Feed: Sendable {
    package let title: String
    package let polled: Instant?
    package let isFailing: Bool

    package init(title: String, polled: Instant?, isFailing: Bool) {
      self.title = title
      self.polled = polled
      self.isFailing = isFailing
    }
  }

  /// Where the reader last looked at what was new; nil before the first time.
  package var last: Place?
  /// The position after which that look showed what was new.
  package var shown: Int64?
  /// The items that they have read, by the positions of their records.
  package var read: Set<Int64> = []
  package var feeds: [Feed] = []
  /// When each alert was begun that may not have arrived.
  package var undelivered: [Instant] = []

  package init() {}
}
