import ArgumentParser
import EventLog
import EventModel
import Ingestion
import JSONText
import Projections
import Querying

struct Check: AnnalsCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check the log, the projections, and event books; writes nothing.",
    discussion: """
      Without a name, checks the store. file: SQLite's own check. log: the hash of every record. \
      anchor: whether the log still goes as far as when annals last wrote to it. schema: tables and \
      triggers. projections: the rows of every table against the digests kept when they were written, \
      and against a fold from zero where the log is short, with --deep, or when it is named. search: \
      the index against its texts. ledger: every forecast of annals made again from the log as it \
      stood. sequences: phases out of order, two on one day, beginnings after their publication, and \
      reminders of sequences that annals forecasts though the log no longer knows them. feeds: what is remembered of them. Names of event books check those files instead.

        annals check
        annals check --deep
        annals check --against head.txt      what annals head printed once, or HASH@POSITION
        annals check Events/*.jsonl
      """)

  @Argument(
    help: ArgumentHelp(
      "\(StoreCheck.names.joined(separator: ", ")), or event books (*.jsonl); none means the store.",
      valueName: "name"))
  var names: [String] = []

  @Flag(help: "Fold the log again, however long it is, and compare; naming projections does too.")
  var deep = false

  @Option(
    help: ArgumentHelp(
      "Compare the log with an end of it that was seen earlier.", valueName: "file|hash@position"))
  var against: String?

  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run(in surroundings: Surroundings) throws {
    let books = names.filter { !StoreCheck.names.contains($0) }
    if let name = books.first(where: { !$0.hasSuffix(".jsonl") }) {
      throw Failure(
        .usage, "there is no check “\(name)”",
        hint: "the checks are \(StoreCheck.names.joined(separator: ", ")), "
          + "or name event books (*.jsonl)")
    }
    var findings = try books.flatMap { file in
      try EventBook(file: file, lines: InputFile.readLines(file, surroundings)).findings()
    }.map { StoreFinding(check: "book", message: $0.description, remedy: "correct the line") }
    if names.isEmpty || books.count < names.count {
      findings += try storeFindings(surroundings)
    }
    if findings.isEmpty { return try output.tell("all is well", Check.document([]), surroundings) }
    if output.chosen == nil {
      for finding in findings {
        let remedy = finding.check == "book" ? "" : " (\(finding.remedy))"
        try surroundings.output.line(finding.message + remedy)
      }
    } else {
      try output.write(Check.document(findings), surroundings)
    }
    let wrong = findings.count { !$0.isReminder }
    guard wrong == 0 else { throw Failure(.no, wrong == 1 ? "1 finding" : "\(wrong) findings") }
    if output.chosen == nil { try output.say("nothing is wrong", surroundings) }
  }

  private func storeFindings(_ surroundings: Surroundings) throws -> [StoreFinding] {
    let store = try store.openToCheck(surroundings)
    let chosen = names.isEmpty ? StoreCheck.names : names + (against == nil ? [] : ["anchor"])
    return try StoreCheck(
      store: store, isDeep: deep || names.contains("projections"),
      anchor: anchor(of: store, surroundings), today: surroundings.today
    ).findings(chosen)
  }

  /// The one that is named, else the one that was kept when annals last wrote to the store.
  private func anchor(
    of store: Store, _ surroundings: Surroundings
  ) throws -> (Anchor, file: String?)? {
    guard let against else {
      guard try store.isUpToDate, let id = try store.read({ try $0.storeID() }) else { return nil }
      let anchors = Anchors(surroundings.environment)
      return anchors.last(of: id).map { ($0, anchors.path(of: id)) }
    }
    if let anchor = Anchor(against) { return (anchor, nil) }
    let bytes = try InputFile.read(against, surroundings)
    guard let anchor = Anchor(String(decoding: bytes, as: UTF8.self)) else {
      throw Failure(
        .badInput, "\(against) holds no end of a log",
        hint: "annals head prints one; or write HASH@POSITION")
    }
    return (anchor, nil)
  }

  private static func document(_ findings: [StoreFinding]) -> Document {
    Document(
      schema: "annals.check/1",
      columns: [
        Column("finding", key: "finding"), Column("check", key: "check"),
        Column("remedy", key: "remedy"), Column("reminder", key: "reminder", for: .programs),
      ], rows: findings.map(\.json))
  }
}
