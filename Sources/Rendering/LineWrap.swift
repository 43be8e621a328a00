/// Breaks what is too long for a line, at spaces and between wide characters.
package enum LineWrap {
  /// The lines of a text. Further ones are indented like the first, and by `hanging` cells more; a word that
  /// is longer than a line is left whole, as addresses must be.
  ///
  /// - Parameter width: in terminal cells; nil breaks nothing.
  package static func lines(_ text: String, width: Int?, hanging: Int = 0) -> [String] {
    guard let width, DisplayWidth.of(text) > width else { return [text] }
    let indent = String(text.prefix { $0 == " " })
    let further = indent + String(repeating: " ", count: hanging)
    var lines: [String] = []
    var line = indent
    var isBare = true
    for piece in pieces(of: text.dropFirst(indent.count)) {
      let space = isBare || !piece.isApart ? "" : " "
      if !isBare, DisplayWidth.of(line) + DisplayWidth.of(space + piece.text) > width {
        lines.append(line)
        line = further + piece.text
      } else {
        line += space + piece.text
      }
      isBare = false
    }
    return lines + [line]
  }

  /// A page of help: prose is set anew where a line of it is too long, and what a list tells of a word
  /// goes on below its beginning.
  package static func page(_ text: String, width: Int?) -> String {
    guard let width else { return text }
    var (out, prose): ([String], [String]) = ([], [])
    func isLong(_ line: String) -> Bool { DisplayWidth.of(line) > width }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.first.map({ $0 != " " }) ?? false {
        prose.append(line)
        continue
      }
      out +=
        prose.contains(where: isLong) ? lines(prose.joined(separator: " "), width: width) : prose
      prose = []
      out += isLong(line) ? listed(line, width: width) : [line]
    }
    return (out + prose).joined(separator: "\n")
  }

  /// A line of a list; a command stays whole, so that it can be copied.
  private static func listed(_ line: String, width: Int) -> [String] {
    let word = line.drop { $0 == " " }
    guard let gap = word.firstRange(of: "  "),
      let start = word[gap.lowerBound...].firstIndex(where: { $0 != " " }),
      case let label = String(line[..<start]), case let room = width - DisplayWidth.of(label),
      room >= 20
    else { return [line] }
    let told = lines(String(line[start...]), width: room)
    return [label + told[0]]
      + told.dropFirst().map { String(repeating: " ", count: width - room) + $0 }
  }

  /// Words, and each wide character by itself but for the marks that end a phrase; whether a space stands
  /// before it.
  private static func pieces(of text: Substring) -> [(text: String, isApart: Bool)] {
    var pieces: [(text: String, isApart: Bool)] = []
    for word in text.split(separator: " ") {
      var isApart = true
      var isJoined = false
      for character in word {
        let isWide = DisplayWidth.of(String(character)) == 2
        if !isApart, closing.contains(character) || (!isWide && isJoined) {
          pieces[pieces.count - 1].text.append(character)
        } else {
          pieces.append((String(character), isApart))
        }
        (isApart, isJoined) = (false, !isWide)
      }
    }
    return pieces
  }

  private static let closing: Set<Character> = [
    "，", "。", "、", "；", "：", "！", "？", "）", "」", "』", "》", "”", "’", ",", ".", ";", ":", "!", "?",
    ")",
    "%", "…",
  ]
}
