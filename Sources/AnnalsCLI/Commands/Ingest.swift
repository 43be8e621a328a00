import ArgumentParser
import EventCoding
import Ingestion
import JSONText
import Querying
import SecondReading

struct Ingest: AnnalsCommand {
  static let configuration = CommandConfiguration(
    commandName: "ingest", abstract: "Read feeds from files into the log.",
    discussion: """
      Items that are new are appended and coded; an event that is known already gains a mention. \
      Reading the same feed again appends nothing. A feed that cannot be read is named with the \
      reason, and the others go on (exit code 2, and 65 where none could be read); one that has ended \
      annals twice in a row is left alone for a week. What is no feed in a folder is passed over.

        annals ingest Feeds/samples
        curl -s https://example.org/feed.xml | annals ingest -
        annals parse *.xml | annals ingest -
        annals ingest --dry-run news.xml     say what would be appended
      """)

  @Argument(
    help: ArgumentHelp("Files, folders of files, or - for standard input.", valueName: "file"),
    completion: .file())
  var files: [String]

  @Flag(help: "Append nothing; say what would be appended.")
  var dryRun = false

  @OptionGroup var dictionaries: DictionaryOptions

  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run(in surroundings: Surroundings) throws {
    let coder = try dictionaries.coder(surroundings)
    let store = try store.open(surroundings)
    let reading = try ConfiguredReader(surroundings)?.run(
      coder.dictionary, memory: StoredReadings(in: store, surroundings), surroundings)
    var intake = try FileIntake(
      into: store, coder: coder, reading: reading, isDryRun: dryRun, surroundings: surroundings)
    let named = Set(files)
    let files = InputFile.expand(files)
    var (total, feeds, others) = (intake.drained, 0, 0)
    if total.records > 0 {
      try output.say("kept while the log could not be reached: \(total.sentence)", surroundings)
    }
    var failures: [Failure] = []
    var isOne = files.count == 1
    for file in files {
      let found = FileIntake.feeds(of: file, surroundings)
      isOne = isOne && found.count == 1
      for feed in found {
        do {
          let feed = try feed.get()
          guard let appended = try intake.ingest(feed, isNamed: named.contains(file)) else {
            others += 1
            continue
          }
          feeds += 1
          total = total + appended
          guard appended.records > 0 else { continue }
          try output.say("\(feed.name): \(appended.sentence)", surroundings)
        } catch let failure as Failure {
          failures.append(failure)
          if !isOne { try surroundings.complain(failure.message) }
        }
      }
    }
    if intake.kept > 0 {
      feeds -= min(feeds, intake.kept)
      try output.say(
        "the log cannot be reached: kept for the next ingest or fetch: "
          + Numerals.counted(intake.kept, "feed"), surroundings)
    }
    if !dryRun, intake.kept == 0, let reading {
      total = total + (try reading.settle(in: store, with: coder, surroundings))
    }
    if isOne, let failure = failures.first { throw failure }
    let verb = dryRun ? "would ingest" : "ingested"
    try output.tell(
      "\(verb) \(feeds) feed\(feeds == 1 ? "" : "s"): \(total.sentence)"
        + (others > 0
          ? "; passed over \(others) file\(others == 1 ? "" : "s") of other kinds" : "")
        + (reading?.told ?? ""),
      Document(
        schema: "annals.ingested/1",
        facts: [
          "feeds": .number(Int64(feeds)), "failed": .number(Int64(failures.count)),
          "passedOver": .number(Int64(others)), "dryRun": .bool(dryRun),
          "secondReader": reading?.tally.json,
          "kept": intake.kept == 0 ? nil : .number(Int64(intake.kept)),
        ], and: total.counts), surroundings)
    if !failures.isEmpty {
      throw Failure(
        feeds == 0 ? .badInput : .partly,
        "\(failures.count) of \(feeds + failures.count) feeds could not be read",
        hint: feeds == 0 ? nil : "the others were ingested")
    }
  }
}
