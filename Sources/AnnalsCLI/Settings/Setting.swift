import EventModel
import JetStream
import Rendering

/// What can be set once instead of with every command.
enum Setting: String, CaseIterable {
  case dictionaries, weights, rates, scope, contact, format, columns, width, pager, log
  case allowPrivate = "allow-private"

  /// Whether it is a list.
  var isList: Bool { [.dictionaries, .columns, .allowPrivate].contains(self) }

  /// The variable of the environment that goes before it.
  var variable: String? {
    switch self {
    case .contact: "ANNALS_CONTACT"
    case .pager: "ANNALS_PAGER"
    case .log: "ANNALS_LOG"
    default: nil
    }
  }

  /// What holds where nobody has set it.
  var standard: String {
    switch self {
    case .dictionaries, .weights, .rates: "those in the program"
    case .scope: "\(ListedScope.industry)"
    case .allowPrivate: "no host"
    case .contact: "none"
    case .format: "table at a terminal, tsv into a pipe"
    case .columns: "those that tell something"
    case .width: "the terminal's"
    case .pager: "$PAGER, else less -FRX"
    case .log: "the store's own"
    }
  }

  /// The one of a name; throws a ``Failure`` of that meaning where there is none.
  static func named(
    _ name: String, _ meaning: ExitMeaning, at place: String = ""
  ) throws -> Setting {
    if let setting = Setting(rawValue: name) { return setting }
    let known = allCases.map(\.rawValue)
    throw Failure(
      meaning, "\(place)there is no setting “\(name)”",
      hint: nearest(to: name, in: known).map { "did you mean “\($0)”?" }
        ?? "the settings are \(known.joined(separator: ", "))")
  }

  /// Every format in which any answer can be written.
  private static let formats = FormatName.allCases.filter { $0.schemas == nil }.map(\.rawValue)

  private static func problem(ofLog text: String) -> String? {
    do {
      _ = try LogAddress(text)
      return nil
    } catch { return "“\(text)” is no address of a log: it \(error.reason)" }
  }

  /// What is wrong with values; nil where they can be had.
  func problem(of values: [String]) -> String? {
    switch self {
    case .width where Int(values[0]).map { $0 < 20 } ?? true:
      "“\(values[0])” is no width from 20 on"
    case .format where !Setting.formats.contains(values[0]):
      "“\(values[0])” is no format; one of \(Setting.formats.joined(separator: ", "))"
    case .log: Setting.problem(ofLog: values[0])
    case .scope where ListedScope(rawValue: values[0]) == nil:
      "“\(values[0])” is no scope; one of industry, all"
    default: values.contains("") ? "is empty" : nil
    }
  }
}
