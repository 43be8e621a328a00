/// What a hostile document may cost us.
package struct FeedLimits: Sendable, Equatable {
  /// Bytes of a whole document, as served and again as UTF-8.
  package var documentBytes = 256 << 20
  /// Elements open at one time.
  package var depth = 200
  /// Attributes of one element.
  package var attributes = 256
  /// Bytes of one text or attribute value.
  package var textBytes = 16 << 20
  package var items = 200_000
  /// Diagnostics kept; the rest is counted.
  package var diagnostics = 50

  package init() {}
  package static let standard = FeedLimits()
}
