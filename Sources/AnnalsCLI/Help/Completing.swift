import ArgumentParser
import EventCoding
import EventLog
import EventModel
import Foundation
import JSONText
import Projections
import Querying
import SideTables

/// What a shell offers while a word is typed: what queries know, and what the store holds. Where there is
/// no store that can be read, that offers nothing.
enum Completing {
  /// At most so many words; more are of no use to anybody.
  private static let most = 300

  static let query = CompletionKind.custom { words, _, prefix in
    Completing.query(words, prefix)
  }

  /// What a query may go on with.
  static func query(_ words: [String], _ prefix: String) -> [String] {
    let parts = prefix.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else {
      return EventQuery.keys.map { "\($0):" }.filter { $0.hasPrefix(prefix) }
    }
    if parts[0] == "not" { return query(words, String(parts[1])).map { "not:\($0)" } }
    return fitting(
      values(of: String(parts[0]), words).map { "\(parts[0]):\(quoted($0))" }, prefix)
  }

  static let actor = of { try $0.actorNames() }
  static let metric = of { try metrics($0) }
  static let saved = of { try $0.savedQueries().map(\.name) }
  static let tag = of { try $0.tags().map(\.tag) }
  static let sequence = of(sequences)
  static let sequenceOrQuery = of(sequences, orQuery: true)
  static let event = of(events)
  static let eventOrQuery = of(events, orQuery: true)
  /// The forecasts of the ledger by their ids.
  static let forecast = of { try $0.ledger().map { "\($0.id.short)\t\($0.issue.title)" } }
  static let feed = CompletionKind.custom { words, _, prefix in
    fitting((try? store(words)?.subscriptions().map(\.title)) ?? [], prefix)
  }
  static let type = CompletionKind.list(EventTypes.bundled.all.map(\.rawValue))
  static let setting = CompletionKind.list(Setting.allCases.map(\.rawValue))
  static let currency = CompletionKind.custom { _, _, prefix in
    fitting(FigureTables.bundled().rates.currencies, prefix)
  }

  private static func of(
    _ names: @escaping @Sendable (Snapshot) throws -> [String], orQuery: Bool = false
  ) -> CompletionKind {
    .custom { words, _, prefix in
      fitting(held(words, names), prefix) + (orQuery ? query(words, prefix) : [])
    }
  }

  /// Those that a prefix begins, which the shell has no quotes in.
  private static func fitting(_ names: [String], _ prefix: String) -> [String] {
    let fitting = names.filter {
      $0.replacing("\"", with: "").lowercased().hasPrefix(prefix.lowercased())
    }
    return Array(fitting.prefix(most))
  }

  private static func sequences(_ snapshot: Snapshot) throws -> [String] {
    Set(try snapshot.statements().compactMap { $0.change.data["sequence"]?.string }).sorted()
  }

  /// The events that were learned of last, by their ids, with their titles behind a tab.
  private static func events(_ snapshot: Snapshot) throws -> [String] {
    try snapshot.events(matching: ReportFilter(), order: .recorded, limit: 50).map {
      "\($0.id.short)\t\($0.event.title)"
    }
  }

  private static func values(of key: String, _ words: [String]) -> [String] {
    switch key {
    case "actor", "group": held(words) { try $0.actorNames() }
    case "type": EventTypes.bundled.all.map(\.rawValue)
    case "metric": held(words) { try metrics($0) }
    case "stance": Stance.allCases.map(\.rawValue)
    case "polarity": Polarity.allCases.map(\.rawValue)
    case "is": ["starred", "noted", "tagged"]
    case "tag": held(words) { try $0.tags().map(\.tag) }
    case "saved": held(words) { try $0.savedQueries().map(\.name) }
    case "source": held(words) { try $0.sourceNames() }
    case "id": held(words, events)
    default: []
    }
  }

  private static func metrics(_ snapshot: Snapshot) throws -> [String] {
    let known = CodingDictionary.bundled.metricNames.map(\.name)
    return Set(try snapshot.metricNames() + known).sorted()
  }

  private static func held(
    _ words: [String], _ names: (Snapshot) throws -> [String]
  ) -> [String] {
    (try? store(words)?.ask { try names($0) }) ?? []
  }

  private static func store(_ words: [String]) -> Store? {
    let path = StoreOptions.path(in: words, ProcessInfo.processInfo.environment)
    return try? Store(opening: path, for: .reading)
  }

  private static func quoted(_ value: String) -> String {
    value.contains(" ") ? "\"\(value)\"" : value
  }
}
