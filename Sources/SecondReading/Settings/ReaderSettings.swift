package import EventCoding
import EventModel

/// The table `[second_reader]` of a user's settings: which language model is asked, and how much.
package struct ReaderSettings: Equatable, Sendable {
  /// Of which items it is asked.
  package enum Asking: String, Sendable, CaseIterable {
    /// Of those that the coder is unsure of.
    case unsure
    case all
    /// Of those that the coder is unsure of; it decides nothing, and where it disagrees `review` asks first.
    case review
  }

  /// Of an OpenAI-compatible server: `…/v1/chat/completions`.
  package var url: String
  package var model: String
  /// The variable of the environment that holds the key; nil for a server that wants none.
  package var keyVariable: String?
  package var asking = Asking.unsure
  /// How many items a run and a day, in UTC, may ask about.
  package var itemsARun = 200
  package var itemsADay = 1000

  package init(url: String, model: String) {
    self.url = url
    self.model = model
  }

  package static let table = "second_reader"
  private static let keys = ["url", "model", "key_env", "ask", "budget"]

  /// Reads the table among the entries of a file; nil where it is not there.
  package init?(_ entries: [TOMLEntry]) throws(ReaderSettingsError) {
    let own = entries.filter { $0.path.first == ReaderSettings.table }
    guard let first = own.first else { return nil }
    self.init(url: "", model: "")
    for entry in own { try take(entry) }
    for (key, value) in [("url", url), ("model", model)] where value.isEmpty {
      throw ReaderSettingsError(line: first.line, problem: "[second_reader] needs a \(key)")
    }
  }

  private mutating func take(_ entry: TOMLEntry) throws(ReaderSettingsError) {
    let name = entry.path.dropFirst().joined(separator: ".")
    switch name {
    case "url": url = ReaderSettings.endpoint(try ReaderSettings.text(entry))
    case "model":
      model = try ReaderSettings.text(entry)
      guard model.count <= 200, model.unicodeScalars.allSatisfy({ $0.value > 0x20 }) else {
        throw ReaderSettingsError(entry, "is no name of a model")
      }
    case "key_env":
      let variable = try ReaderSettings.text(entry)
      guard variable.utf8.allSatisfy({ $0 == 0x5F || UInt8.isLetterOrDigit($0) }) else {
        // What stands here instead may be the key itself, which is not repeated.
        throw ReaderSettingsError(
          entry, "is the name of a variable of the environment, not the key")
      }
      keyVariable = variable
    case "ask":
      let word = try ReaderSettings.text(entry)
      guard let asking = Asking(rawValue: word) else {
        throw ReaderSettingsError(
          entry, "is unsure, all or review, not “\(word)”")
      }
      self.asking = asking
    case "budget":
      itemsARun = try ReaderSettings.count(entry)
      itemsADay = itemsARun
    case "budget.run": itemsARun = try ReaderSettings.count(entry)
    case "budget.day": itemsADay = try ReaderSettings.count(entry)
    default:
      let hint = nearest(to: name, in: ReaderSettings.keys).map { "; did you mean “\($0)”?" }
      throw ReaderSettingsError(
        entry,
        name.lowercased().contains("key")
          ? "is not read; a key stands in a variable of the environment, which key_env names"
          : "is not known" + (hint ?? "; it has \(ReaderSettings.keys.joined(separator: ", "))"))
    }
  }

  private static func text(_ entry: TOMLEntry) throws(ReaderSettingsError) -> String {
    guard case .text(let text) = entry.value, !text.isEmpty else {
      throw ReaderSettingsError(entry, "should be a text")
    }
    return text
  }

  private static func count(_ entry: TOMLEntry) throws(ReaderSettingsError) -> Int {
    guard case .number(let digits) = entry.value, let count = Int(digits), count >= 0 else {
      throw ReaderSettingsError(entry, "should be a number of items")
    }
    return count
  }

  /// Where a server answers whose address alone is given, or the root of its interface.
  private static func endpoint(_ url: String) -> String {
    let root = url.hasSuffix("/") ? String(url.dropLast()) : url
    if root.hasSuffix("/v1") { return root + "/chat/completions" }
    let rest = root.firstRange(of: "://").map { root[$0.upperBound...] } ?? root[...]
    return rest.contains("/") ? url : root + "/v1/chat/completions"
  }
}

/// What is wrong with the settings of a second reader. A key that stands where none should is not told.
package struct ReaderSettingsError: Error, Equatable {
  /// Counted from 1.
  package let line: Int
  package let problem: String

  init(line: Int, problem: String) {
    self.line = line
    self.problem = problem
  }

  init(_ entry: TOMLEntry, _ problem: String) {
    self.init(line: entry.line, problem: "\(entry.path.joined(separator: ".")) \(problem)")
  }
}

extension UInt8 {
  fileprivate static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    0x30...0x39 ~= byte || 0x41...0x5A ~= byte || 0x61...0x7A ~= byte
  }
}
