/// A standard stream to write to.
public struct Output {
  /// Writes bytes at once; throws ``OutputClosed`` when nobody reads any more.
  public let write: ([UInt8]) throws -> Void
  public let isTerminal: Bool
  /// The terminal's width in cells; nil when there is none.
  public let width: Int?

  public init(isTerminal: Bool, width: Int?, write: @escaping ([UInt8]) throws -> Void) {
    self.isTerminal = isTerminal
    self.width = width
    self.write = write
  }

  public func write(_ text: String) throws { try write(Array(text.utf8)) }
}

/// The reader of a pipe has gone; not a failure.
public struct OutputClosed: Error {
  public init() {}
}
