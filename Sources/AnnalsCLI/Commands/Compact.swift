import ArgumentParser
import EventLog
import JSONText
import Projections
import Querying

struct Compact: AnnalsCommand {
  static let configuration = CommandConfiguration(
    commandName: "compact",
    abstract: "Give the room that the store no longer uses back to the disk.",
    discussion: """
      The log and its hashes stay as they are. While it runs nobody else can write, and the disk must have \
      room for the store once more.
      """)

  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run(in surroundings: Surroundings) throws {
    let store = try store.open(surroundings)
    let before = store.size
    try store.write(Projector.mergeSearchIndexes)
    try store.compact()
    try output.tell(
      "\(Numerals.bytes(before)) → \(Numerals.bytes(store.size))",
      Document(
        schema: "annals.compacted/1",
        facts: [
          "store": .string(store.path), "before": .number(before), "bytes": .number(store.size),
        ]), surroundings)
  }
}
