import Rendering

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

  /// Writes lines for people, without what could steer a terminal.
  public func write(_ text: String) throws { try write(Array(SafeText.lines(text).utf8)) }

  /// Writes one line for people, whatever stands in it.
  func line(_ text: String) throws { try write(Array((SafeText.message(text) + "\n").utf8)) }
}

/// The reader of a pipe has gone; not a failure.
public struct OutputClosed: Error {
  public init() {}
}
