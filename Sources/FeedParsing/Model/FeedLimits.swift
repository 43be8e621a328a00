/// What a hostile document may cost us.
public struct FeedLimits: Sendable, Equatable {
  /// Bytes of a whole document, as served and again as UTF-8.
  public var documentBytes = 256 << 20
  /// Elements open at one time.
  public var depth = 200
  /// Attributes of one element.
  public var attributes = 256
  /// Bytes of one text or attribute value.
  public var textBytes = 16 << 20
  public var items = 200_000
  /// Diagnostics kept; the rest is counted.
  public var diagnostics = 50

  public init() {}
  public static let standard = FeedLimits()
}
