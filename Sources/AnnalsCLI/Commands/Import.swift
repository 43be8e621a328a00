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
      A file with a wrong line is refused whole, and every wrong line is named. Importing again \
      appends nothing; a corrected row of a book is appended as an amendment. Of an exported log the \
      positions and the hash of every record are checked.

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
    let contents = try files.map { ($0, try InputFile.read($0, surroundings)) }
    let types = try dictionaries.types(surroundings)
    let store = try store.open(surroundings)
    var appended = Appended()
    var books: [EventBook] = []
    for (file, bytes) in contents {
      if CloudEventsImport.isExportedLog(bytes) {
        let events = try CloudEventsImport(
          file: file, bytes: bytes, now: surroundings.now, isPartial: partial)
        appended = appended + (try store.importLog(events, now: surroundings.now))
      } else {
        books.append(EventBook(file: file, bytes: bytes, types: types))
      }
    }
    let findings = books.flatMap(\.findings)
    guard findings.isEmpty else {
      for finding in findings { try surroundings.complain("\(finding)") }
      throw Failure(
        .badInput, "nothing was imported from the event books: \(findings.count) wrong lines",
        hint: "Events/README.md describes the format")
    }
    appended = appended + (try store.importBooks(books, now: surroundings.now))
    try output.tell(
      "imported: \(appended.sentence)",
      Document(schema: "annals.imported/1", facts: [:], and: appended.counts), surroundings)
  }
}
