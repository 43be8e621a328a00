import JSONText

/// A command's synopsis, description and options in the manual, and those of the commands below it.
struct ManualCommand {
  private let command: JSON
  /// What is typed.
  private let path: String

  init(_ command: JSON, path: String) {
    self.command = command
    self.path = path
  }

  static func name(of command: JSON) -> String { command["commandName"]?.string ?? "" }

  /// Its abstract without the point at the end.
  static func purpose(of command: JSON) -> String {
    let abstract = command["abstract"]?.string ?? ""
    return abstract.hasSuffix(".") ? String(abstract.dropLast()) : abstract
  }

  var text: String {
    ManualText.section("Synopsis") + synopses
      + ManualText.section("Description")
      + ManualText.paragraphs(discussion ?? purpose + ".")
      + (arguments.isEmpty ? "" : ManualText.section("Options") + options)
      + below.map { command in
        ManualText.section(command.path) + ManualText.escaped(command.purpose) + ".\n"
          + (command.discussion.map(ManualText.paragraphs) ?? "") + command.options
      }.joined()
  }

  private var purpose: String { ManualCommand.purpose(of: command) }

  private var arguments: [JSON] {
    (command["arguments"]?.elements ?? []).filter {
      $0["shouldDisplay"] != false && $0["valueName"] != "version"
    }
  }

  private var below: [ManualCommand] {
    (command["subcommands"]?.elements ?? []).filter {
      $0["shouldDisplay"] != false && $0["commandName"] != "help"
    }.map { ManualCommand($0, path: "\(path) \(ManualCommand.name(of: $0))") }
  }

  private var synopses: String {
    let commands = below
    return commands.isEmpty
      ? synopsis : commands.map(\.synopsis).joined(separator: ".br\n")
  }

  private var synopsis: String {
    let operands = arguments.filter { $0["kind"] == "positional" }.map { argument in
      let name = ManualText.italic(argument["valueName"]?.string ?? "")
      let many = argument["isRepeating"] == true ? " ..." : ""
      return argument["isOptional"] == true ? "[\(name)\(many)]" : name + many
    }
    return ([ManualText.bold(path), "[options]"] + operands).joined(separator: " ") + "\n"
  }

  private var discussion: String? { command["discussion"]?.string }

  private var options: String {
    arguments.map { argument in
      ".TP\n" + ManualCommand.label(of: argument) + "\n"
        + ManualCommand.meaning(of: argument) + "\n"
    }.joined()
  }

  private static func label(of argument: JSON) -> String {
    let value = ManualText.italic(argument["valueName"]?.string ?? "")
    if argument["kind"] == "positional" { return value }
    let names = (argument["names"]?.elements ?? []).map { name in
      ManualText.bold((name["kind"] == "long" ? "--" : "-") + (name["name"]?.string ?? ""))
    }
    return names.sorted { $0.count < $1.count }.joined(separator: ", ")
      + (argument["kind"] == "option" ? " \(value)" : "")
  }

  private static func meaning(of argument: JSON) -> String {
    let abstract = argument["abstract"]?.string ?? ""
    let more = (argument["discussion"]?.string).map { " " + $0 } ?? ""
    let values = (argument["allValues"]?.elements ?? []).compactMap(\.string)
    let standard = argument["defaultValue"]?.string.map { " Default: \($0)." } ?? ""
    let list = values.isEmpty ? "" : " One of \(values.joined(separator: ", "))."
    return ManualText.escaped(
      (abstract + more + list + standard).split(whereSeparator: \.isNewline)
        .joined(separator: " "))
  }
}
