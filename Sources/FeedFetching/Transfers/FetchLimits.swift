/// What a server may cost us.
package struct FetchLimits: Equatable, Sendable {
  /// Transfers at one time: in all, and to one host.
  package var jobs = 16
  package var perHost = 2
  /// Bytes after decompression.
  package var bodyBytes = 16 << 20
  package var headerBytes = 256 << 10
  package var redirects = 8
  /// Seconds: until connected, without a byte, and in all.
  package var connectSeconds = 15.0
  package var stallSeconds = 20
  package var totalSeconds = 90.0

  package init() {}
}
