/// What a server may cost us.
public struct FetchLimits: Equatable, Sendable {
  /// Transfers at one time: in all, and to one host.
  public var jobs = 16
  public var perHost = 2
  /// Bytes after decompression.
  public var bodyBytes = 16 << 20
  public var headerBytes = 256 << 10
  public var redirects = 8
  /// Seconds: until connected, without a byte, and in all.
  public var connectSeconds = 15.0
  public var stallSeconds = 20
  public var totalSeconds = 90.0

  public init() {}
}
