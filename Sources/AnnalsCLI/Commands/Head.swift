import ArgumentParser
import EventLog
import EventModel
import JSONText
import Projections
import Querying

struct HeadCommand: AnnalsCommand {
  static let configuration = CommandConfiguration(
    commandName: "head", abstract: "Print where the log ends: the store's id, position and hash.",
    discussion: """
      Kept elsewhere, it shows later whether the log was cut or written anew since:

        annals head > head.txt
        annals check --against head.txt
      """)

  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run(in surroundings: Surroundings) throws {
    let anchor = try store.openToAsk(surroundings).ask { try Anchor(of: $0) }
    guard output.json || output.format != nil else {
      return try output.write(anchor.text, surroundings)
    }
    let row = JSON.object([
      "store": .string(anchor.store), "position": .number(anchor.position),
      "hash": .string(anchor.hash.description),
    ])
    try output.write(
      Document(
        schema: "annals.head/1", head: anchor.position, asOf: surroundings.today,
        columns: [
          Column("store", key: "store"), Column("position", key: "position", isNumeric: true),
          Column("hash", key: "hash"),
        ], rows: [row]), surroundings)
  }
}
