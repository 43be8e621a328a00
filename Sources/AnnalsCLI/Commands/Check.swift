import ArgumentParser
import EventLog
import EventModel
import Ingestion
import JSONText
import Projections
import Querying
import SideTables

struct Check: AnnalsCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check the log, the projections, and event books.",
    discussion: """
      Without a name, checks the store: the file (SQLite's own check), the log (every record's hash), \
      the projections (against a fold from zero), the ledger (every forecast of annals made again from \
      the log as it stood), and what is remembered of the feeds. Names of event books check those \
      files instead.

        annals check
        annals check log
        annals check Events/*.jsonl
      """)

  @Argument(
    help: ArgumentHelp(
      "file, log, projections, ledger, feeds, or event books (*.jsonl); none means the store.",
      valueName: "name"))
  var names: [String] = []

  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run(in surroundings: Surroundings) throws {
    let known = ["file", "log", "projections", "ledger", "feeds"]
    let books = names.filter { !known.contains($0) }
    if let name = books.first(where: { !$0.hasSuffix(".jsonl") }) {
      throw Failure(
        .usage, "there is no check “\(name)”",
        hint: "the checks are \(known.joined(separator: ", ")), or name event books (*.jsonl)")
    }
    let findings = try books.flatMap { file in
      EventBook(file: file, bytes: try InputFile.read(file, surroundings)).findings
    }
    var lines = findings.map(\.description)
    if names.isEmpty || books.count < names.count {
      let chosen = names.isEmpty ? known : names
      try checkStore(chosen, surroundings)
      if chosen.contains("ledger") { lines += try ledgerFaults(surroundings) }
      if chosen.contains("feeds") {
        let faults = try store.open(surroundings).read(SideSchema.faults)
        lines += faults.map { "\($0); the feed is polled as if it were new" }
      }
    }
    if lines.isEmpty { return try output.tell("all is well", Check.document([]), surroundings) }
    if output.chosen == nil {
      for line in lines { try surroundings.output.line(line) }
    } else {
      try output.write(Check.document(lines), surroundings)
    }
    throw Failure(.no, lines.count == 1 ? "1 finding" : "\(lines.count) findings")
  }

  private static func document(_ findings: [String]) -> Document {
    Document(
      schema: "annals.check/1", columns: [Column("finding", key: "finding")],
      rows: findings.map { .object(["finding": .string($0)]) })
  }

  private func checkStore(_ names: [String], _ surroundings: Surroundings) throws {
    let store = try store.open(surroundings)
    try store.write { transaction in
      if names.contains("log") { try Log(transaction).verify() }
      if names.contains("file") { try Store.verifyFile(transaction) }
      if names.contains("projections") {
        let differences = try Projector.verify(transaction)
        if !differences.isEmpty {
          throw StoreError.corrupt(position: nil, differences.joined(separator: "; "))
        }
      }
    }
  }

  /// Forecasts whose law the log does not give again, bit for bit.
  private func ledgerFaults(_ surroundings: Surroundings) throws -> [String] {
    let store = try store.open(surroundings)
    let rows = try store.ask { try Question($0, asOf: surroundings.today).ledger() }
    return try rows.compactMap { row in
      let position = AsOf.position(row.issue.position ?? 0)
      return try store.ask(asOf: position) { snapshot in
        row.replayFault(Question(snapshot, asOf: row.issue.asOf))
      }.map { "forecast \(row.id.short): \($0)" }
    }
  }
}
