public import ArgumentParser
import Querying
public import Rendering

extension FormatName: ExpressibleByArgument {}

/// In which form, and to where, an answer is written.
struct OutputOptions: ParsableArguments {
  enum Color: String, ExpressibleByArgument, CaseIterable { case auto, always, never }

  @Option(
    name: [.customShort("O"), .long],
    help: ArgumentHelp(
      "table (a terminal's default), tsv (a pipe's), csv, json, jsonl, md or cloudevents.",
      valueName: "format"))
  var format: FormatName?

  @Flag(help: "The same as -O json.")
  var json = false

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write to a file; - is standard output.", valueName: "file"))
  var output: String?

  @Option(help: ArgumentHelp("auto, always or never.", valueName: "when"))
  var color: Color = .auto

  @Flag(name: .shortAndLong, help: "Say nothing but results and errors.")
  var quiet = false

  /// The file to write to; nil for standard output.
  var file: String? { output == "-" ? nil : output }

  func chosen(_ surroundings: Surroundings) -> FormatName {
    if json { return .json }
    return format ?? (surroundings.output.isTerminal && file == nil ? .table : .tsv)
  }

  /// Writes an answer; `header` is the line that a table begins with.
  func write(_ answer: Answer, header: String? = nil, _ surroundings: Surroundings) throws {
    let name = chosen(surroundings)
    let body = try format(name, surroundings).text(answer)
    let head = name == .table && !quiet ? header.map { SafeText.line($0) + "\n" } ?? "" : ""
    try write(head + body, surroundings)
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

  private func format(_ name: FormatName, _ surroundings: Surroundings) throws -> any Format {
    switch name {
    case .table:
      TableFormat(
        width: file == nil ? surroundings.output.width : nil, usesColor: usesColor(surroundings))
    case .json: JSONFormat()
    case .jsonl: JSONLinesFormat()
    case .csv: CSVFormat()
    case .tsv: TSVFormat()
    case .md: MarkdownFormat()
    case .cloudevents:
      throw Failure(.usage, "this is no log of records", hint: "annals log -O cloudevents")
    }
  }

  private func usesColor(_ surroundings: Surroundings) -> Bool {
    func isSet(_ name: String) -> Bool { surroundings.environment[name].map { $0 != "" } ?? false }
    return switch color {
    case .always: true
    case .never: false
    case .auto:
      isSet("CLICOLOR_FORCE")
        || (surroundings.output.isTerminal && file == nil && !isSet("NO_COLOR"))
    }
  }
}
