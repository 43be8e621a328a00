/// A list of words as a dictionary file has it, under a section and a key: the section
/// `events.funding` and the key `strong`.
struct WordList: Sendable {
  /// Tables from the outermost inwards; `["actors", "company"]`.
  let section: [String]
  let key: String
  let words: [String]
  /// Whether it is no list but one text.
  let isText: Bool
  /// Counted from 1.
  let line: Int

  var path: String { (section + [key]).joined(separator: ".") }

  /// The lists of a file. Everything in a dictionary is a table, a list of texts or a text; what is
  /// not becomes a finding, and the rest is read on.
  static func read(
    toml: String, file: String, findings: inout [DictionaryFinding]
  ) -> [WordList] {
    let entries: [TOMLEntry]
    do { entries = try TOMLReader.read(toml) } catch {
      findings.append(DictionaryFinding(malformed: file, line: error.line, error.reason))
      return []
    }
    return entries.compactMap { entry in
      guard let (words, isText) = words(entry.value) else {
        let message = "\(entry.path.joined(separator: ".")): should be a list of texts"
        findings.append(DictionaryFinding(malformed: file, line: entry.line, message))
        return nil
      }
      return WordList(
        section: entry.path.dropLast(), key: entry.path.last ?? "", words: words, isText: isText,
        line: entry.line)
    }
  }

  private static func words(_ value: TOMLValue) -> (words: [String], isText: Bool)? {
    switch value {
    case .text(let text): return ([text], true)
    case .number, .other: return nil
    case .list(let values):
      let words = values.compactMap { if case .text(let word) = $0 { word } else { nil } }
      return words.count == values.count ? (words, false) : nil
    }
  }
}
