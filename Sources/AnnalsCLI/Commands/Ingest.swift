import ArgumentParser
import EventCoding
import EventLog
import FeedParsing
import Foundation
import Ingestion
import Projections

struct Ingest: AnnalsCommand {
  static let configuration = CommandConfiguration(
    abstract: "Read feeds from files into the log.",
    discussion: """
      Items that are new are appended and coded; an event that is known already gains a mention. \
      Reading the same feed again appends nothing. A feed that cannot be read is named with the \
      reason, and the others go on (exit code 2).

        annals ingest Feeds/samples
        curl -s https://example.org/feed.xml | annals ingest -
        annals ingest --dry-run news.xml     say what would be appended
      """)

  @Argument(
    help: ArgumentHelp("Files, folders of files, or - for standard input.", valueName: "file"))
  var files: [String]

  @Flag(help: "Append nothing; say what would be appended.")
  var dryRun = false

  @OptionGroup var dictionaries: DictionaryOptions

  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run(in surroundings: Surroundings) throws {
    let coder = EventCoder(try dictionaries.load(surroundings))
    let store = try store.open(surroundings)
    try store.write { try Projector.prepare($0) }
    var ingestion = FeedIngestion(into: store, coder: coder, isDryRun: dryRun)
    var (total, failed, feeds) = (Appended(), 0, 0)
    for file in try InputFile.expand(files) {
      do {
        let bytes = try InputFile.readFeed(file, surroundings)
        let feed = try FeedParser.parse(bytes)
        let appended = try ingestion.ingest(feed, named: file, now: surroundings.now)
        feeds += 1
        total = total + appended
        if appended.records > 0 { try output.say("\(file): \(appended.sentence)", surroundings) }
      } catch let error as FeedError {
        failed += 1
        try surroundings.error.line("\(file):\(error.line): \(error.reason)")
      }
    }
    let verb = dryRun ? "would ingest" : "ingested"
    try output.say("\(verb) \(feeds) feeds: \(total.sentence)", surroundings)
    if failed > 0 {
      throw Failure(
        .partly, "\(failed) of \(feeds + failed) feeds could not be read",
        hint: "the others were ingested")
    }
  }
}
