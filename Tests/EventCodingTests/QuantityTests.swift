import EventModel
import Foundation
import Testing

@testable import EventCoding

/// The texts of `quantities.txt`, each with every quantity and date in it.
@Suite struct QuantityTests {
  @Test(arguments: try Line.all())
  func `finds every quantity and date, and nothing else`(line: Line) {
    let found = QuantityScanner.scan(FoldedText(line.text), published: CivilDay("2026-03-10")!)
    #expect(found.map(\.notation).joined(separator: "; ") == line.expected)
  }
}

struct Line: CustomTestStringConvertible, Sendable {
  let text: String
  let expected: String

  var testDescription: String { text }

  static func all() throws -> [Line] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "quantities.txt")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap { line in
      let parts = line.split(separator: " =>", maxSplits: 1)
      guard !line.hasPrefix("#"), let text = parts.first, line.contains(" =>") else { return nil }
      let expected = parts.count > 1 ? parts[1].trimmingCharacters(in: .whitespaces) : ""
      return Line(text: String(text), expected: expected)
    }
  }
}

extension Quantity {
  /// As `quantities.txt` writes it.
  fileprivate var notation: String {
    if let date { return "date \(date.text)" }
    var parts = [kind.rawValue, value?.description ?? ""]
    if let unit { parts.append(unit) }
    if approximate { parts.append("~") }
    switch bound {
    case .over: parts.append(">")
    case .atLeast: parts.append(">=")
    case .under, .nearly: parts.append("<")
    case .atMost: parts.append("<=")
    case nil: break
    }
    if let range { parts.append("\(range.lowerBound)..\(range.upperBound)") }
    if let direction { parts.append(direction) }
    return parts.joined(separator: " ")
  }
}
