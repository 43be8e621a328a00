import ArgumentParser
import EventCoding
import EventLog
import EventModel
import Ingestion
import JSONText
import Projections
import Querying
import SecondReading

struct Rebuild: AnnalsCommand {
  static let configuration = CommandConfiguration(
    commandName: "rebuild", abstract: "Fold the log into the projections again, from zero.",
    discussion: """
      The tables are made beside the store and take the place of the old ones at once: meanwhile others read \
      and write, and a run that was cut short is taken up again by the next.

        annals rebuild                       make all tables again
        annals rebuild --verify              only compare them with a fold from zero
        annals rebuild --code                code all items again with the coder of today
        annals rebuild --code --dry-run      only say what that would change
        annals rebuild --code --second-reader    ask about stored items that it has not read
      """)

  @Flag(help: "Change nothing; compare the tables with a replay of the log.")
  var verify = false

  @Flag(help: "Code the stored items again; what differs is appended, never edited.")
  var code = false

  @Flag(help: "With --code: append nothing; say what would be appended.")
  var dryRun = false

  @Flag(
    help: "With --code: first ask the second reader of your settings about what is unsure.")
  var secondReader = false

  @OptionGroup var dictionaries: DictionaryOptions

  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run(in surroundings: Surroundings) throws {
    guard code || !dryRun else {
      throw Failure(
        .usage, "--dry-run goes with --code", hint: "annals rebuild --verify changes nothing")
    }
    guard code || !secondReader else {
      throw Failure(
        .usage, "--second-reader goes with --code", hint: "annals rebuild --code --second-reader")
    }
    if verify { return try compare(surroundings) }
    let store = try store.open(surroundings)
    if code {
      let (coder, reading) = try coder(reading: store, surroundings)
      let line = ProgressLine(of: "item", isQuiet: output.quiet, surroundings)
      let appended = try line.during {
        try store.recode(
          with: coder, now: surroundings.now, isDryRun: dryRun, progress: line.report)
      }
      try output.tell(
        "\(dryRun ? "would code again" : "coded again"): \(appended.sentence)"
          + (reading?.told ?? ""),
        Document(
          schema: "annals.recoded/1",
          facts: ["dryRun": .bool(dryRun), "secondReader": reading?.tally.json],
          and: appended.counts),
        surroundings)
      if appended.flagged > 0 {
        try output.say(
          "told otherwise now, and left as a person has touched them: \(appended.flagged)",
          surroundings)
      }
      return
    }
    let line = ProgressLine(of: "record", isQuiet: output.quiet, surroundings)
    let count = try line.during {
      try Projector.rebuild(store) { try line.report(Int($0), of: Int($1)) }
    }
    try output.tell(
      "rebuilt \(count) projections",
      Document(schema: "annals.rebuilt/1", facts: ["projections": .number(Int64(count))]),
      surroundings)
  }

  /// The coder with what the second reader has read, of which it is asked first where that is wanted.
  private func coder(
    reading store: Store, _ surroundings: Surroundings
  ) throws -> (EventCoder, ReadingRun?) {
    let coder = try dictionaries.coder(surroundings)
    guard let reader = try ConfiguredReader(surroundings) else {
      guard !secondReader else {
        throw Failure(.usage, "no second reader is set", hint: "annals help reader says how")
      }
      return (coder, nil)
    }
    let run = try reader.run(
      coder.dictionary, memory: StoredReadings(in: store, surroundings), surroundings)
    if secondReader {
      var wanted = 0
      try store.forEachItemToRead(now: surroundings.now) { items in
        let coder = coder.prepared(for: items.map(\.text))
        if dryRun {
          wanted += run.wanted(items, coder).count
        } else {
          _ = try run.read(items, with: coder)
        }
      }
      if dryRun {
        try output.say("would ask about \(Numerals.counted(wanted, "item"))", surroundings)
      }
    }
    return (run.believed(by: coder), run)
  }

  private func compare(_ surroundings: Surroundings) throws {
    let differences = try store.openToCheck(surroundings).read { transaction in
      try Projector.verify(transaction) + Projector.searchFaults(transaction)
    }
    if output.chosen == nil {
      for difference in differences { try surroundings.output.line(difference) }
    } else {
      try output.write(
        Document(
          schema: "annals.differences/1", columns: [Column("difference", key: "difference")],
          rows: differences.map { .object(["difference": .string($0)]) }), surroundings)
    }
    guard differences.isEmpty else {
      throw Failure(
        .no, "not as the log says: \(Numerals.counted(differences.count, "table"))",
        hint: "annals rebuild")
    }
    if output.chosen == nil {
      try output.say("the projections are what the log folds into", surroundings)
    }
  }
}
