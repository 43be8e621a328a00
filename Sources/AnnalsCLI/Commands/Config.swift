import ArgumentParser
import EventCoding
import EventLog
import EventModel
import Foundation
import JSONText
import Querying
import Rendering
import SideTables

struct Config: AnnalsCommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "Show what is set and where it was set, or set it for a store.",
    discussion: """
      A flag goes before the environment, that before the store's own settings, those before your file \
      $XDG_CONFIG_HOME/annals/config.toml (else ~/.config/annals/config.toml), and that before what holds \
      else. The file has a line for each: format = "md", width = 100, dictionaries = ["/home/me/space.toml"]. \
      allow-private names hosts whose feeds may lie in your own network.

        annals config
        annals config dictionaries space.toml drones.toml
        annals config columns date title id
        annals config contact mailto:me@example.org
        annals config scope all              lists what lies outside the industry too
        annals config rates my-rates.csv     own exchange rates, for compare --currency
        annals config allow-private intranet.example
        annals config weights --unset
      """)

  @Argument(
    help: ArgumentHelp(
      "What to show or set: \(Setting.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "setting"), completion: Completing.setting)
  var name: String?

  @Argument(help: ArgumentHelp("Its value for the store.", valueName: "value"))
  var values: [String] = []

  @Flag(help: "Take it out of the store again.")
  var unset = false

  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if unset, name == nil || !values.isEmpty {
      throw ValidationError("--unset takes the name of one setting")
    }
  }

  func run(in surroundings: Surroundings) throws {
    guard let name else { return try output.write(all(surroundings), surroundings) }
    let setting = try Setting.named(name, .usage)
    if values.isEmpty, !unset {
      let document = Config.document([try row(setting, surroundings)])
      if output.chosen != nil { return try output.write(document, surroundings) }
      let texts = try surroundings.settings.value(setting)?.texts ?? []
      return try output.write(texts.map { SafeText.line($0) + "\n" }.joined(), surroundings)
    }
    try surroundings.settings.set(
      setting, to: unset ? nil : checked(setting, surroundings), in: store.open(surroundings))
    try output.tell(
      unset ? "no \(name) of this store's own" : "\(name) set for this store",
      Config.document([try row(setting, surroundings)]), surroundings)
  }

  /// The values as they are kept: files by their whole paths, and only what can be understood.
  private func checked(_ setting: Setting, _ surroundings: Surroundings) throws -> [String] {
    guard setting.isList || values.count == 1 else {
      throw Failure(.usage, "\(setting.rawValue) takes one value")
    }
    if let problem = setting.problem(of: values) {
      throw Failure(.usage, "\(setting.rawValue): \(problem)")
    }
    switch setting {
    case .dictionaries:
      let paths = values.map { URL(filePath: $0).path }
      _ = try CodingDictionary.of(paths, surroundings)
      return paths
    case .weights:
      let path = URL(filePath: values[0]).path
      _ = try DictionaryOptions.model(path, surroundings)
      return [path]
    case .rates:
      let path = URL(filePath: values[0]).path
      _ = try Rates(file: path, surroundings)
      return [path]
    default: return values
    }
  }

  private func all(_ surroundings: Surroundings) throws -> Document {
    var rows = [storeRow(surroundings)]
    rows += try Setting.allCases.map { try row($0, surroundings) }
    for feed in privateFeeds(surroundings) {
      rows.append(Config.row("allow-private", feed, "the store"))
    }
    if let folder = surroundings.environment["ANNALS_ENCODER"], !folder.isEmpty {
      rows.append(Config.row("encoder", folder, "environment ANNALS_ENCODER"))
    }
    if let now = surroundings.environment["ANNALS_NOW"], !now.isEmpty {
      rows.append(Config.row("now", now, "environment ANNALS_NOW"))
    }
    return Config.document(rows)
  }

  private func storeRow(_ surroundings: Surroundings) -> JSON {
    let isNamed = !(surroundings.environment["ANNALS_STORE"] ?? "").isEmpty
    return Config.row(
      "store", store.path(surroundings),
      store.store != nil ? "--store" : isNamed ? "environment ANNALS_STORE" : "default")
  }

  /// The feeds that may lie at addresses that are not public.
  private func privateFeeds(_ surroundings: Surroundings) -> [String] {
    let store = try? Store(opening: store.path(surroundings), for: .reading)
    let feeds = (try? store?.subscriptions()) ?? []
    return feeds.filter(\.allowsPrivate).map(\.title)
  }

  private func row(_ setting: Setting, _ surroundings: Surroundings) throws -> JSON {
    let value = try surroundings.settings.value(setting)
    return Config.row(
      setting.rawValue, value?.texts.joined(separator: ", ") ?? setting.standard,
      value?.origin ?? "default")
  }

  private static func row(_ name: String, _ value: String, _ origin: String) -> JSON {
    .object(["setting": .string(name), "value": .string(value), "from": .string(origin)])
  }

  private static func document(_ rows: [JSON]) -> Document {
    Document(
      schema: "annals.config/1",
      columns: [
        Column("setting", key: "setting"), Column("is", key: "value"),
        Column("from", key: "from"),
      ], rows: rows)
  }
}
