import EventCoding
import EventLog
import EventModel
import Foundation
import JSONText
import SecondReading

/// What was set once: in the store, else in the user's own file. What the environment or a flag says goes
/// before both.
package final class Settings {
  private let environment: [String: String]
  private let store: String
  private var user: [Setting: [String]]?
  private var own: [Setting: [String]]?
  private var dictionary: CodingDictionary?

  package init(_ environment: [String: String], store: String) {
    self.environment = environment
    self.store = store
  }

  /// A value, and where it is from.
  struct Value {
    let texts: [String]
    let origin: String
  }

  /// Nil where nobody has set it. Throws a ``Failure`` where the user's file cannot be understood.
  func value(_ setting: Setting) throws -> Value? {
    if let variable = setting.variable, let text = environment[variable], !text.isEmpty {
      return Value(texts: [text], origin: "environment \(variable)")
    }
    if let texts = ownValues()[setting] { return Value(texts: texts, origin: "the store") }
    if let texts = try userValues()[setting] { return Value(texts: texts, origin: userFile ?? "") }
    return nil
  }

  /// As ``value(_:)``, of a store that is open already: opened once more, it would cost every command 2 ms.
  func log(of opened: Store) throws -> Value? {
    let isInEnvironment = Setting.log.variable.flatMap { environment[$0] }?.isEmpty == false
    let stored = try? opened.read { try $0.setting(Settings.name(.log)) }
    let isSet = try isInEnvironment || stored != nil || userValues()[.log] != nil
    return isSet ? try value(.log) : nil
  }

  func text(_ setting: Setting) throws -> String? { try value(setting)?.texts.first }

  /// The bundled dictionary with the files that were set over it, read once.
  func dictionary(_ surroundings: Surroundings) throws -> CodingDictionary {
    if let dictionary { return dictionary }
    let read = try CodingDictionary.of(value(.dictionaries)?.texts ?? [], surroundings)
    dictionary = read
    return read
  }

  /// The user's own file, whether or not it is there; nil where there is no home.
  var userFile: String? {
    func folder(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
    let config = folder("XDG_CONFIG_HOME") ?? folder("HOME").map { "\($0)/.config" }
    return config.map { "\($0)/annals/config.toml" }
  }

  private func userValues() throws -> [Setting: [String]] {
    if let user { return user }
    var values: [Setting: [String]] = [:]
    if let file = userFile, let bytes = FileManager.default.contents(atPath: file) {
      values = try Settings.read(String(decoding: bytes, as: UTF8.self), of: file)
    }
    user = values
    return values
  }

  /// Throws a ``Failure`` that names the line.
  static func read(_ toml: String, of file: String) throws -> [Setting: [String]] {
    let entries: [TOMLEntry]
    do { entries = try TOMLReader.read(toml) } catch {
      throw Failure(.badInput, "\(file):\(error.line): \(error.reason)")
    }
    var values: [Setting: [String]] = [:]
    // The second reader has a table of its own: ``ConfiguredReader``.
    for entry in entries where entry.path.first != ReaderSettings.table {
      let name = entry.path.joined(separator: ".")
      let place = "\(file):\(entry.line)"
      let setting = try Setting.named(name, .badInput, at: "\(place): ")
      guard let texts = entry.value.texts, setting.isList || texts.count == 1 else {
        throw Failure(
          .badInput, "\(place): \(name) should be a \(setting.isList ? "list of texts" : "text")")
      }
      if let problem = setting.problem(of: texts) {
        throw Failure(.badInput, "\(place): \(name): \(problem)")
      }
      values[setting] = texts
    }
    return values
  }

  /// None where there is no store that can be asked.
  private func ownValues() -> [Setting: [String]] {
    if let own { return own }
    let stored: [Setting: String]? = try? Store(opening: store, for: .reading).read { store in
      try Setting.allCases.reduce(into: [:]) { $0[$1] = try store.setting(Settings.name($1)) }
    }
    let values = (stored ?? [:]).compactMapValues { text in
      (try? JSON.parse(text))?.elements?.compactMap(\.string)
    }
    own = values
    return values
  }

  /// Sets a value for one store, or (without texts) leaves it to the user's file again.
  func set(_ setting: Setting, to texts: [String]?, in store: Store) throws {
    try store.write {
      try $0.set(Settings.name(setting), to: texts.map { JSON.strings($0).text })
    }
    (own, dictionary) = (nil, nil)
  }

  private static func name(_ setting: Setting) -> String { "config.\(setting.rawValue)" }
}

extension TOMLValue {
  /// Of a text, a number, or a list of texts.
  fileprivate var texts: [String]? {
    switch self {
    case .text(let text), .number(let text): return [text]
    case .list(let values):
      let texts = values.compactMap { if case .text(let text) = $0 { text } else { nil } }
      return texts.count == values.count ? texts : nil
    case .other: return nil
    }
  }
}
