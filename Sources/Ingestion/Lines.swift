import Foundation

/// The lines of a file, read piece by piece: no more than a piece and the longest line is held.
package struct Lines {
  /// A line without its end.
  package struct Line: Equatable {
    /// Counted from 1.
    package let number: Int
    package let bytes: [UInt8]
  }

  /// The longest line that is read, 256 MB, and the largest file that is read whole: it is kept.
  package static let longest = 256 << 20
  private static let piece = 1 << 18

  private let file: String
  private let longest: Int
  private let read: (_ most: Int) throws -> [UInt8]
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false
  private var number = 0
  private var peeked: Line?

  /// `read` gives the next bytes of the file, at most so many, and none at its end.
  package init(
    of file: String, longest: Int = Lines.longest,
    read: @escaping (_ most: Int) throws -> [UInt8]
  ) {
    self.file = file
    self.longest = longest
    self.read = read
  }

  /// The lines of a file that is in memory.
  package init(of file: String, bytes: [UInt8]) {
    self.init(of: file) { _ in [] }
    buffer = bytes
  }

  /// The next line that is not blank; nil at the end.
  ///
  /// Throws what reading throws, and a ``Finding`` of a line that is too long.
  package mutating func next() throws -> Line? {
    if let line = peeked {
      peeked = nil
      return line
    }
    while let line = try nextOfAll() {
      if !line.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) {
        return Line(number: number, bytes: Array(line))
      }
    }
    return nil
  }

  /// The line that `next` will give.
  package mutating func peek() throws -> Line? {
    peeked = try next()
    return peeked
  }

  private mutating func nextOfAll() throws -> ArraySlice<UInt8>? {
    var searched = start
    while true {
      if let end = firstEnd(from: searched) {
        defer { start = end + 1 }
        number += 1
        return buffer[start..<end]
      }
      searched = buffer.count
      if isAtEnd { break }
      guard searched - start <= longest else {
        throw Finding(
          file: file, line: number + 1, message: "the line is longer than \(longest >> 20) MB")
      }
      let bytes = try read(Lines.piece)
      isAtEnd = bytes.isEmpty
      searched -= start
      buffer.removeSubrange(..<start)
      start = 0
      buffer.append(contentsOf: bytes)
    }
    guard start < buffer.count else { return nil }
    defer { start = buffer.count }
    number += 1
    return buffer[start...]
  }

  private func firstEnd(from index: Int) -> Int? {
    buffer.withUnsafeBytes { bytes in
      guard index < bytes.count, let base = bytes.baseAddress,
        let found = memchr(base + index, 0x0A, bytes.count - index)
      else { return nil }
      return base.distance(to: UnsafeRawPointer(found))
    }
  }
}
