import EventModel
import FeedParsing

/// A table in a text, its cells separated by commas, semicolons or tabs (RFC 4180): a cell in quotes may
/// hold separators, line ends and doubled quotes.
struct SeparatedText {
  struct Row: Equatable {
    /// Of its first line, counted from 1.
    let line: Int
    let cells: [String]

    var isBlank: Bool { cells.allSatisfy(\.isEmpty) }
  }

  /// In the order of the file, without blank ones.
  let rows: [Row]
  let separator: UInt8

  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed = UInt8(ascii: "\n")

  /// Throws a ``Finding`` where a quoted cell has no end.
  init(file: String, bytes: [UInt8]) throws(Finding) {
    let text = unmarkedText(bytes)
    separator = SeparatedText.separator(of: text)
    var rows: [Row] = []
    var (cells, cell): ([String], [UInt8]) = ([], [])
    var (line, start) = (1, 1)
    var index = 0
    func byte(_ index: Int) -> UInt8? { index < text.count ? text[index] : nil }
    func endCell() {
      cells.append(String(decoding: cell, as: UTF8.self).trimmed)
      cell.removeAll(keepingCapacity: true)
    }
    func endRow() {
      endCell()
      let row = Row(line: start, cells: cells)
      if !row.isBlank { rows.append(row) }
      cells.removeAll(keepingCapacity: true)
    }
    while let next = byte(index) {
      index += 1
      switch next {
      case SeparatedText.quote where cell.allSatisfy { $0 == 0x20 }:
        cell.removeAll(keepingCapacity: true)
        let opened = line
        while true {
          guard let inside = byte(index) else {
            throw Finding(file: file, line: opened, message: "the quoted cell has no end")
          }
          index += 1
          if inside == SeparatedText.quote {
            guard byte(index) == SeparatedText.quote else { break }
            index += 1
          } else if inside == SeparatedText.lineFeed {
            line += 1
          }
          cell.append(inside)
        }
      case separator: endCell()
      case SeparatedText.lineFeed:
        line += 1
        endRow()
        start = line
      case UInt8(ascii: "\r") where byte(index) == SeparatedText.lineFeed: break
      case UInt8(ascii: "\r"):
        line += 1
        endRow()
        start = line
      default: cell.append(next)
      }
    }
    if !cell.isEmpty || !cells.isEmpty { endRow() }
    self.rows = rows
  }

  /// The one that stands most often in the first line, outside quotes.
  private static func separator(of text: [UInt8]) -> UInt8 {
    let candidates = [",", ";", "\t"].map { UInt8(ascii: $0) }
    var counts = [UInt8: Int]()
    var isQuoted = false
    for byte in text {
      if byte == quote { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == lineFeed || byte == UInt8(ascii: "\r") { break }
      counts[byte, default: 0] += 1
    }
    return candidates.max { counts[$0, default: 0] < counts[$1, default: 0] } ?? candidates[0]
  }
}
