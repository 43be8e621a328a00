import ArgumentParser
import Querying
package import Rendering

extension FormatName: ExpressibleByArgument {}

/// In which form, and to where, an answer is written.
struct OutputOptions: ParsableArguments {
  enum Color: String, ExpressibleByArgument, CaseIterable { case auto, always, never }

  @Option(
    name: [.customShort("O"), .long],
    help: ArgumentHelp(
      "table (a terminal's default), tsv (a pipe's), csv, json, jsonl, md and more: annals help formats.",
      valueName: "format"))
  var format: FormatName?

  @Flag(help: "The same as -O json.")
  var json = false

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write to a file; - is standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  @Option(help: ArgumentHelp("auto, always or never.", valueName: "when"))
  var color: Color = .auto

  @Flag(name: .shortAndLong, help: "Say nothing but results and errors.")
  var quiet = false

  /// The file to write to; nil for standard output.
  var file: String? { output == "-" ? nil : output }

  /// Whether what is written is seen at once.
  func isAtTerminal(_ surroundings: Surroundings) -> Bool {
    surroundings.output.isTerminal && file == nil
  }

  /// Writes a document. Without a format, a terminal gets a table and a pipe gets tab-separated values,
  /// but a page of words and figures, and lanes, as a terminal does.
  func write(
    _ document: Document, _ surroundings: Surroundings, strokes: Strokes = .unicode
  ) throws {
    if let chosen, !chosen.shows(document) {
      throw FormatMatrix.failure(chosen, of: "this answer", FormatMatrix.formats(of: document))
    }
    let isForPeople = isAtTerminal(surroundings) || document.isPage || document.lanes != nil
    let preferred = try surroundings.settings.text(.format).flatMap(FormatName.init)
    let name = chosen ?? preferred ?? (isForPeople ? .table : .tsv)
    if name == .table, isAtTerminal(surroundings), document.isEmpty {
      return try say("nothing found", surroundings)
    }
    let format = try format(name, document, surroundings, strokes)
    let columns = name == .table ? try surroundings.settings.value(.columns)?.texts : nil
    let document = columns.map(document.showing) ?? document
    if file == nil, let pager = try Pager(surroundings) {
      return try pager.show { write in try format.write(document, to: write) }
    }
    try stream(surroundings) { write in
      var text = ""
      try format.write(document) { part in
        text += part
        guard text.utf8.count > 1 << 16 else { return }
        try write(Array(text.utf8))
        text = ""
      }
      if !text.isEmpty { try write(Array(text.utf8)) }
    }
  }

  /// Tells what a command has done: in a sentence beside the result, or in the format asked for where
  /// that shows it.
  func tell(_ sentence: String, _ document: Document, _ surroundings: Surroundings) throws {
    guard let chosen, chosen.shows(document) else { return try say(sentence, surroundings) }
    try write(document, surroundings)
  }

  /// The format asked for.
  var chosen: FormatName? { json ? .json : format }

  /// Whether arguments ask for JSON, which errors are then told in too, those of the arguments as well.
  static func askForJSON(_ arguments: [String]) -> Bool {
    ["json", "jsonl"].contains(format(in: arguments) ?? "")
  }

  /// The format that arguments ask for, before they are read.
  static func format(in arguments: [String]) -> String? {
    let words = arguments.prefix { $0 != "--" }
    if words.contains("--json") { return "json" }
    for (word, next) in zip(words, words.dropFirst() + [""]).reversed() {
      let isShort = word.hasPrefix("-") && !word.hasPrefix("--") && word.hasSuffix("O")
      if isShort || word == "--format" { return next }
      for name in ["-O=", "--format="] where word.hasPrefix(name) {
        return String(word.dropFirst(name.count))
      }
    }
    return nil
  }

  func write(_ text: String, _ surroundings: Surroundings) throws {
    try stream(surroundings) { write in try write(Array(text.utf8)) }
  }

  /// Writes what `body` writes, piece by piece; a plain file is replaced at the end.
  func stream(
    _ surroundings: Surroundings,
    _ body: (_ write: @escaping ([UInt8]) throws -> Void) throws -> Void
  ) throws {
    guard let file else { return try body(surroundings.output.write) }
    try OutputFile(file, sparing: surroundings.stores).write(body)
  }

  /// Writes JSON, whole values at a time, without what could steer a terminal.
  func streamJSON(
    _ surroundings: Surroundings,
    _ body: (_ write: @escaping ([UInt8]) throws -> Void) throws -> Void
  ) throws {
    try stream(surroundings) { write in try body { try write(SafeText.json($0)) } }
  }

  /// Says something beside the result: a count, a hint.
  func say(_ text: String, _ surroundings: Surroundings) throws {
    if !quiet { try surroundings.error.line(text) }
  }

  private func format(
    _ name: FormatName, _ document: Document, _ surroundings: Surroundings, _ strokes: Strokes
  ) throws -> any Format {
    if name == .table {
      return TableFormat(
        width: try width(surroundings), usesColor: usesColor(surroundings), isQuiet: quiet,
        strokes: strokes)
    }
    if name == .svg, Figure(document) == nil {
      throw Failure(.usage, "there is nothing to draw", hint: "ask for more: a longer period")
    }
    guard let writer = name.writer else {
      throw Failure(.usage, "this is no log of records", hint: "annals log -O cloudevents")
    }
    return writer
  }

  /// The width that was set, else the terminal's; nil where there is none.
  private func width(_ surroundings: Surroundings) throws -> Int? {
    guard isAtTerminal(surroundings) else { return nil }
    return try surroundings.settings.text(.width).flatMap { Int($0) } ?? surroundings.output.width
  }

  private func usesColor(_ surroundings: Surroundings) -> Bool {
    func isSet(_ name: String) -> Bool { surroundings.environment[name].map { $0 != "" } ?? false }
    return switch color {
    case .always: true
    case .never: false
    case .auto:
      isSet("CLICOLOR_FORCE")
        || (isAtTerminal(surroundings) && !isSet("NO_COLOR"))
    }
  }
}
