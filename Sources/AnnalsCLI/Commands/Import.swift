import ArgumentParser
import EventCoding
import EventLog
import EventModel
import Ingestion
import JSONText
import Projections
import Querying

struct Import: AnnalsCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Import event books, tables (CSV) or an exported log.",
    discussion: """
      Event books and CloudEvents are both JSON Lines; which one a file is shows in its first line. \
      With a wrong line nothing is imported of any file, and every wrong line of the books is named. \
      Importing again appends nothing; a corrected row of a book is appended as an amendment. Of an \
      exported log the positions and the hash of every record are checked.

      A table is a file that ends in .csv or .tsv, or any with --map: its first row has the titles of \
      its columns. Columns called like a field are that field by themselves; a row without a type is \
      coded by its title, and one without a source cites the file. Several actors, objects or tags in a \
      cell stand between semicolons. A row is known again by its id, else by its date, type, title, \
      actors and source, so that other cells can be corrected.

        annals import Events/ofweek-2023-05-15.jsonl
        annals import mine.csv --map date=Tag,title=Titel,actor=Firma --dry-run
        annals import deals.csv --map actor:investor=Investor --map funding=Betrag --set currency=EUR
        annals import BOOKS                  a folder of books, as annals export --book makes it
        annals log -O cloudevents > log.jsonl && annals import log.jsonl --store copy.sqlite
      """)

  @Argument(
    help: ArgumentHelp("Files, folders of them; - is standard input.", valueName: "file"),
    completion: .file())
  var files: [String]

  @OptionGroup var sheets: SheetOptions

  @Flag(help: "Append nothing; show what would be appended.")
  var dryRun = false

  @Flag(help: "Take an exported log of which records are missing; never one that was changed.")
  var partial = false

  @OptionGroup var dictionaries: DictionaryOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run(in surroundings: Surroundings) throws {
    Store.expectManyRecords()
    var sources = try read(surroundings)
    let store = try store.open(surroundings)
    let line = ProgressLine(of: "row", isQuiet: output.quiet, surroundings)
    var preview: [EventModel.Record] = []
    do {
      let appended = try line.during {
        while true {
          do {
            return try append(sources, to: store, line, &preview, surroundings)
          } catch StoreError.overtaken where !files.contains("-") {
            // Other machines wrote to the log meanwhile; what was read is gone, and is read again.
            sources = try read(surroundings)
          }
        }
      }
      try tell(appended, preview, surroundings)
    } catch let wrong as WrongRows {
      throw Failure(
        .badInput,
        "nothing \(dryRun ? "would be" : "was") imported: \(Numerals.counted(wrong.count, "wrong line"))",
        hint: files.contains(where: sheets.isTable)
          ? "annals import --help says how tables are read"
          : "Events/README.md describes the format")
    }
  }

  private func append(
    _ sources: (logs: [ExportedLog], books: [EventBook]), to store: Store, _ line: ProgressLine,
    _ preview: inout [EventModel.Record], _ surroundings: Surroundings
  ) throws -> Appended {
    try store.write(isDryRun: dryRun, isRepeatable: false) { transaction in
      let before = try Snapshot(of: transaction).position
      var appended = Appended()
      for log in sources.logs {
        appended =
          try appended + transaction.append(log: log, now: surroundings.now, isPartial: partial)
      }
      appended =
        try appended
        + transaction.append(
          books: sources.books, now: surroundings.now,
          tell: { try surroundings.complain("\($0)") }, progress: { try line.report($0) })
      if dryRun {
        try Snapshot(of: transaction).forEachRecord(after: before) { preview.append($0) }
      }
      return appended
    }
  }

  private func read(
    _ surroundings: Surroundings
  ) throws -> (logs: [ExportedLog], books: [EventBook]) {
    let types = try dictionaries.types(surroundings)
    var (logs, books): ([ExportedLog], [EventBook]) = ([], [])
    var coder: EventCoder?
    let expanded = InputFile.expand(files)
    if expanded.isEmpty {
      throw Failure(.badInput, "there is no file in \(files.joined(separator: ", "))")
    }
    for file in expanded {
      if sheets.isTable(file) {
        let tableCoder = try coder ?? dictionaries.coder(surroundings)
        coder = tableCoder
        let sheet = try sheets.sheet(file, coder: tableCoder, surroundings)
        if !sheet.unused.isEmpty {
          try output.say(
            "\(file): not taken: \(sheet.unused.joined(separator: ", ")); --map note=COLUMN keeps one",
            surroundings)
        }
        books.append(EventBook(file: file, sheet: sheet, types: types))
        continue
      }
      var lines = try InputFile.readLines(file, surroundings)
      if let first = try lines.peek(), ExportedLog.begins(with: first.bytes) {
        logs.append(ExportedLog(file: file, lines: lines))
      } else {
        books.append(EventBook(file: file, lines: lines, types: types))
      }
    }
    return (logs, books)
  }

  private func tell(
    _ appended: Appended, _ preview: [EventModel.Record], _ surroundings: Surroundings
  ) throws {
    let schema = "annals.imported/1"
    guard dryRun else {
      return try output.tell(
        "imported: \(appended.sentence)",
        Document(schema: schema, facts: [:], and: appended.counts), surroundings)
    }
    let counts = [JSON.Member("dryRun", .bool(true))] + appended.counts
    if !preview.isEmpty || output.chosen != nil {
      try output.write(
        ImportPreview.document(of: preview, schema: schema, counts: counts), surroundings)
    }
    try output.say("would import: \(appended.sentence)", surroundings)
  }
}
