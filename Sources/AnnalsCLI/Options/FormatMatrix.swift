import ArgumentParser
import Querying
import Rendering

/// Which formats a command answers in.
enum FormatMatrix {
  /// What commands write that answer no question: a feed, the log, OPML.
  private static let others: [String: [FormatName]] = [
    "parse": [.json, .jsonl, .jsonfeed], "export": [.cloudevents], "feed export": [],
    "report": [.html], "serve": [], "mcp": [],
  ]

  /// The formats of a command by what is typed behind `annals`.
  static func formats(of path: String) -> [FormatName] {
    if let formats = others[path] { return formats }
    let command = Annals.leaves.first { $0.path == path }?.command
    let schema = (command as? any AskingCommand.Type)?.inquiry.schema ?? ""
    return FormatName.allCases.filter { format in
      format.schemas?.contains { schema.contains($0) } ?? true
        || path == "log" && format == .cloudevents
    }
  }

  /// The formats of an answer.
  static func formats(of document: Document) -> [FormatName] {
    FormatName.allCases.filter { $0.shows(document) }
  }

  /// Throws a ``Failure`` where arguments ask a command for a format that it has not, before anything
  /// is done.
  static func check(_ arguments: [String]) throws {
    guard let format = OutputOptions.format(in: arguments).flatMap(FormatName.init),
      let path = path(in: arguments)
    else { return }
    let formats = formats(of: path)
    if !formats.contains(format) { throw failure(format, of: "annals \(path)", formats) }
  }

  static func failure(_ format: FormatName, of what: String, _ formats: [FormatName]) -> Failure {
    let names = formats.map(\.rawValue).joined(separator: ", ")
    let owners = Annals.leaves.map(\.path).filter { self.formats(of: $0).contains(format) }
      .joined(separator: ", ")
    return Failure(
      .usage, "\(what) has no -O \(format.rawValue)",
      hint: (names.isEmpty ? "it has none" : "it has \(names)")
        + (format.schemas == nil ? "" : "; -O \(format.rawValue) is of \(owners)"))
  }

  private static func path(in arguments: [String]) -> String? {
    let paths = Annals.leaves.map(\.path)
    let words = arguments.prefix(2)
    return paths.first { $0 == words.joined(separator: " ") } ?? paths.first { $0 == words.first }
  }

  /// A line for each command that has more formats than all have, and what the others have.
  static var text: String {
    let more = FormatName.allCases.filter { $0.schemas != nil }
    let rows = Annals.leaves.map(\.path).filter { others[$0] == nil }
      .map { path in (path, more.filter(formats(of: path).contains)) }.filter { !$1.isEmpty }
    let width = rows.map(\.0.count).max() ?? 0
    func line(_ name: String, _ cells: [String]) -> String {
      let padded = zip(cells, more).map { cell, format in
        cell + String(repeating: " ", count: format.rawValue.count - cell.count)
      }
      let name = name + String(repeating: " ", count: width - name.count)
      var line = "  " + ([name] + padded).joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }
    return line("", more.map(\.rawValue))
      + rows.map { path, formats in line(path, more.map { formats.contains($0) ? "x" : "" }) }
      .joined()
  }
}
