public import Querying

/// Columns set in line for a person at a terminal; numbers stand to the right, and cells are cut
/// where the line would be longer than the terminal is wide.
public struct TableFormat: Format {
  /// In terminal cells; nil does not cut.
  public let width: Int?
  /// Whether to set the titles in bold.
  public let usesColor: Bool

  public init(width: Int?, usesColor: Bool) {
    self.width = width
    self.usesColor = usesColor
  }

  public func text(_ answer: Answer) -> String {
    guard !answer.rows.isEmpty else { return "" }
    let cells = answer.rows.map { row in answer.columns.map { SafeText.line($0.cell(row)) } }
    let shown = answer.columns.indices.filter { column in
      cells.contains { !$0[column].isEmpty }
    }
    let widths = columnWidths(
      shown.map { column in
        ([answer.columns[column].title] + cells.map { $0[column] }).map(DisplayWidth.of).max()!
      }, flexible: shown.firstIndex { answer.columns[$0].title == "title" })
    func line(_ texts: [String]) -> String {
      let padded = shown.enumerated().map { place, column in
        pad(texts[column], widths[place], right: answer.columns[column].isNumeric)
      }
      return padded.joined(separator: "  ").trimmingTrailingSpaces
    }
    let titles = line(answer.columns.map(\.title))
    let head = usesColor ? "\u{1B}[1m\(titles)\u{1B}[0m" : titles
    return ([head] + cells.map(line)).map { $0 + "\n" }.joined()
  }

  /// Takes what the line is too long by from the flexible column, then from the widest ones.
  private func columnWidths(_ natural: [Int], flexible: Int?) -> [Int] {
    var widths = natural
    guard let width else { return widths }
    var excess = widths.reduce(0, +) + 2 * (widths.count - 1) - width
    while excess > 0 {
      let widest = widths.indices.max { widths[$0] < widths[$1] }!
      let column = flexible.flatMap { widths[$0] > 24 ? $0 : nil } ?? widest
      guard widths[column] > 8 else { break }
      widths[column] -= 1
      excess -= 1
    }
    return widths
  }

  private func pad(_ text: String, _ width: Int, right: Bool) -> String {
    let cut = DisplayWidth.cut(text, to: width)
    let space = String(repeating: " ", count: max(0, width - DisplayWidth.of(cut)))
    return right ? space + cut : cut + space
  }
}

extension String {
  fileprivate var trimmingTrailingSpaces: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
