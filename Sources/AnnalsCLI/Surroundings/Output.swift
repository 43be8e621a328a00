import Rendering

/// A standard stream to write to.
package struct Output {
  /// Writes bytes at once; throws ``OutputClosed`` when nobody reads any more.
  package let write: ([UInt8]) throws -> Void
  package let isTerminal: Bool
  /// The terminal's width in cells; nil when there is none.
  package let width: Int?
  /// The terminal's height in lines; nil when there is none.
  package let height: Int?

  package init(
    isTerminal: Bool, width: Int?, height: Int? = nil, write: @escaping ([UInt8]) throws -> Void
  ) {
    self.isTerminal = isTerminal
    self.width = width
    self.height = height
    self.write = write
  }

  /// Writes lines for people, without what could steer a terminal.
  package func write(_ text: String) throws { try write(Array(SafeText.lines(text).utf8)) }

  /// Writes one line for people, whatever stands in it; a terminal gets it in as many as it needs.
  func line(_ text: String) throws {
    try write(Array((wrapped(SafeText.message(text)) + "\n").utf8))
  }

  /// The lines of a text, those broken at spaces that are longer than the terminal is wide.
  func wrapped(_ text: String) -> String {
    guard isTerminal, let width else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false).flatMap {
      LineWrap.lines(String($0), width: width, hanging: 2)
    }.joined(separator: "\n")
  }
}

/// The reader of a pipe has gone; not a failure.
package struct OutputClosed: Error {
  package init() {}
}
