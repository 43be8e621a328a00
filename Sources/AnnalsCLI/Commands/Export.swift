import ArgumentParser
import EventLog
import EventModel
import Ingestion
import JSONText
import Projections
import Querying
import Rendering

struct Export: AnnalsCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the log as CloudEvents, oldest first, or what it holds as event books.",
    discussion: """
      annals import reads it again: an empty store becomes a copy, with the same head. With --redact, \
      passwords and keys in addresses are taken out; the copy is a log of its own then, with other \
      hashes.

      With --book, writes what is believed now into a folder, as books that import to the same events: \
      events.jsonl, phases.jsonl, forecasts.jsonl and marks.jsonl, a line a fact, in an order that stays, \
      for version control. The items of feeds and what was said before are in the log alone.

        annals export -o log.jsonl
        annals export --book BOOKS && annals import BOOKS --store copy.sqlite
        annals export --redact -o clean.jsonl && annals import clean.jsonl --store clean.sqlite
      """)

  @Flag(help: "Take passwords and keys out of the addresses of feeds.")
  var redact = false

  @Option(
    help: ArgumentHelp("Write event books into this folder instead.", valueName: "folder"),
    completion: .directory)
  var book: String?

  @OptionGroup var options: AskOptions

  func validate() throws {
    guard book == nil || !redact && options.output.output == nil else {
      throw ValidationError("--book goes with neither --redact nor --output")
    }
  }

  func run(in surroundings: Surroundings) throws {
    if let book {
      let rows = try options.ask(surroundings) { question in
        try BookFolder(book).write(BookWriting(of: question.snapshot), surroundings)
      }
      return try options.output.say(
        "\(book): \(rows.map { "\($1) in \($0).jsonl" }.joined(separator: ", "))", surroundings)
    }
    try options.ask(surroundings) { question in
      try Export.write(question.snapshot, isRedacted: redact, to: options.output, surroundings)
    }
  }

  /// Writes all records of a snapshot, a line each.
  static func write(
    _ snapshot: Snapshot, isRedacted: Bool, to output: OutputOptions, _ surroundings: Surroundings
  ) throws {
    // A file gets the very bytes, which an import hashes.
    let isShown = surroundings.output.isTerminal && output.file == nil
    let stream = isShown ? output.streamJSON : output.stream
    var (chain, cleaning) = (Rechaining(), Cleaning())
    try stream(surroundings) { write in
      var out: [UInt8] = []
      try snapshot.forEachRecord { record in
        let told =
          isRedacted
          ? chain.record(record, payload: cleaning.payload(of: record)) : record
        CloudEvent.write(told, last: snapshot.position, to: &out)
        out.append(0x0A)
        if out.count > 1 << 20 {
          try write(out)
          out.removeAll(keepingCapacity: true)
        }
      }
      try write(out)
    }
  }

}

/// Payloads without secrets: those of any address, and the addresses of the feeds that were met.
private struct Cleaning {
  /// The addresses of feeds that hold a secret, as JSON spells them, and without it.
  private var feeds: [(spelled: String, clean: String)] = []

  mutating func payload(of record: EventLog.Record) -> [UInt8] {
    if case .itemObserved(let item) = record.change { note(item.feed) }
    if case .itemRevised(let revision) = record.change { note(revision.current.feed) }
    var text = String(decoding: record.payload, as: UTF8.self)
    for feed in feeds { text = text.replacing(feed.spelled, with: feed.clean) }
    return Array(Redaction.text(text).utf8)
  }

  private mutating func note(_ feed: String) {
    let clean = Redaction.address(feed)
    guard clean != feed else { return }
    func spelled(_ text: String) -> String { String(JSON.string(text).text.dropFirst().dropLast()) }
    guard !feeds.contains(where: { $0.spelled == spelled(feed) }) else { return }
    feeds.append((spelled(feed), spelled(clean)))
  }
}
