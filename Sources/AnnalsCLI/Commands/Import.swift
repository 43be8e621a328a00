import ArgumentParser
import EventCoding
import EventLog
import Ingestion
import Projections
import Querying

struct Import: AnnalsCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Import event books or an exported log.",
    discussion: """
      Event books and CloudEvents are both JSON Lines; which one a file is shows in its first line. \
      With a wrong line nothing is imported of any file, and every wrong line of the books is named. \
      Importing again appends nothing; a corrected row of a book is appended as an amendment. Of an \
      exported log the positions and the hash of every record are checked.

        annals import Events/ofweek-2023-05-15.jsonl
        annals log -O cloudevents > log.jsonl && annals import log.jsonl --store copy.sqlite
      """)

  @Argument(help: ArgumentHelp("Files; - is standard input.", valueName: "file"))
  var files: [String]

  @Flag(help: "Take an exported log of which records are missing; never one that was changed.")
  var partial = false

  @OptionGroup var dictionaries: DictionaryOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run(in surroundings: Surroundings) throws {
    let types = try dictionaries.types(surroundings)
    var (logs, books): ([ExportedLog], [EventBook]) = ([], [])
    for file in files {
      var lines = try InputFile.readLines(file, surroundings)
      if let first = try lines.peek(), ExportedLog.begins(with: first.bytes) {
        logs.append(ExportedLog(file: file, lines: lines))
      } else {
        books.append(EventBook(file: file, lines: lines, types: types))
      }
    }
    let store = try store.open(surroundings)
    let line = ProgressLine(of: "row", isQuiet: output.quiet, surroundings)
    do {
      let appended = try line.during {
        try store.write { transaction in
          var appended = Appended()
          for log in logs {
            appended =
              try appended + transaction.append(log: log, now: surroundings.now, isPartial: partial)
          }
          return try appended
            + transaction.append(
              books: books, now: surroundings.now,
              tell: { try surroundings.complain("\($0)") }, progress: { try line.report($0) })
        }
      }
      try output.tell(
        "imported: \(appended.sentence)",
        Document(schema: "annals.imported/1", facts: [:], and: appended.counts), surroundings)
    } catch let wrong as WrongRows {
      throw Failure(
        .badInput,
        "nothing was imported: \(Numerals.counted(wrong.count, "wrong line"))",
        hint: "Events/README.md describes the format")
    }
  }
}
