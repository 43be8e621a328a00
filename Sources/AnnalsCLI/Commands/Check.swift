import ArgumentParser
import EventLog
import Ingestion
import Projections

struct Check: AnnalsCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check the log, the projections, and event books.",
    discussion: """
      Without a name, checks the store: the file (SQLite's own check), the log (every record's hash), \
      the projections (against a fold from zero). Names of event books check those files instead.

        annals check
        annals check log
        annals check Events/*.jsonl
      """)

  @Argument(
    help: ArgumentHelp(
      "file, log, projections, or event books (*.jsonl); none means all of the store.",
      valueName: "name"))
  var names: [String] = []

  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run(in surroundings: Surroundings) throws {
    let known = ["file", "log", "projections"]
    let books = names.filter { !known.contains($0) }
    if let name = books.first(where: { !$0.hasSuffix(".jsonl") }) {
      throw Failure(
        .usage, "there is no check “\(name)”",
        hint: "the checks are \(known.joined(separator: ", ")), or name event books (*.jsonl)")
    }
    let findings = try books.flatMap { file in
      EventBook(file: file, bytes: try InputFile.read(file, surroundings)).findings
    }
    for finding in findings { try surroundings.output.write("\(finding)\n") }
    if names.isEmpty || books.count < names.count {
      try checkStore(names.isEmpty ? known : names, surroundings)
    }
    guard findings.isEmpty else { throw Failure(.no, "\(findings.count) findings") }
    try output.say("all is well", surroundings)
  }

  private func checkStore(_ names: [String], _ surroundings: Surroundings) throws {
    let store = try store.open(surroundings)
    try store.write { database in
      if names.contains("log") { try Log(database).verify() }
      if names.contains("file") { try Store.verifyFile(database) }
      if names.contains("projections") {
        let differences = try Projector.verify(database)
        if !differences.isEmpty {
          throw StoreError.corrupt(position: nil, differences.joined(separator: "; "))
        }
      }
    }
  }
}
