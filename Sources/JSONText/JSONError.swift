/// Why a text is no JSON, and where.
public struct JSONError: Error, Equatable, Sendable, CustomStringConvertible {
  /// Counted from 1.
  public let line: Int
  /// Bytes from the start of the text.
  public let offset: Int
  public let reason: String

  public var description: String { "line \(line): \(reason)" }
}
