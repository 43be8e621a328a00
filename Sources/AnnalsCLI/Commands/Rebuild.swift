import ArgumentParser
import EventCoding
import EventLog
import EventModel
import Ingestion
import JSONText
import Projections
import Querying

struct Rebuild: AnnalsCommand {
  static let configuration = CommandConfiguration(
    commandName: "rebuild", abstract: "Fold the log into the projections again, from zero.",
    discussion: """
        annals rebuild                       make all tables again
        annals rebuild --verify              only compare them with a fold from zero
        annals rebuild --code                code all items again with the coder of today
        annals rebuild --code --dry-run      only say what that would change
      """)

  @Flag(help: "Change nothing; compare the tables with a replay of the log.")
  var verify = false

  @Flag(help: "Code the stored items again; what differs is appended, never edited.")
  var code = false

  @Flag(help: "With --code: append nothing; say what would be appended.")
  var dryRun = false

  @OptionGroup var dictionaries: DictionaryOptions

  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run(in surroundings: Surroundings) throws {
    guard code || !dryRun else {
      throw Failure(
        .usage, "--dry-run goes with --code", hint: "annals rebuild --verify changes nothing")
    }
    if verify { return try compare(surroundings) }
    let store = try store.open(surroundings)
    if code {
      let coder = try dictionaries.coder(surroundings)
      let line = ProgressLine(of: "item", isQuiet: output.quiet, surroundings)
      let appended = try line.during {
        try store.recode(
          with: coder, now: surroundings.now, isDryRun: dryRun, progress: line.report)
      }
      try output.tell(
        "\(dryRun ? "would code again" : "coded again"): \(appended.sentence)",
        Document(
          schema: "annals.recoded/1", facts: ["dryRun": .bool(dryRun)], and: appended.counts),
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
      try store.write { transaction in
        let total = Int(try Log(transaction).head().position)
        return try Projector.rebuild(transaction) { try line.report(Int($0), of: total) }
      }
    }
    try output.tell(
      "rebuilt \(count) projections",
      Document(schema: "annals.rebuilt/1", facts: ["projections": .number(Int64(count))]),
      surroundings)
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
