import ArgumentParser
import EventLog
import Projections
import JSONText
import Querying
import SideTables

struct ItemRead: AnnalsCommand {
  static let configuration = CommandConfiguration(
    commandName: "read", abstract: "Say that you have read items.")

  @Argument(help: "Ids of items, or their first digits.")
  var items: [String] = []

  @Flag(help: "All that the feeds have brought.")
  var all = false

  @OptionGroup var options: ItemMarkOptions

  func validate() throws {
    guard items.isEmpty == all else { throw ValidationError("name items, or say --all") }
  }

  func run(in surroundings: Surroundings) throws {
    try options.note(all ? nil : items, areRead: true, surroundings)
  }
}

struct ItemUnread: AnnalsCommand {
  static let configuration = CommandConfiguration(
    commandName: "unread", abstract: "Take back that you have read items.")

  @Argument(help: "Ids of items, or their first digits.")
  var items: [String]

  @OptionGroup var options: ItemMarkOptions

  func run(in surroundings: Surroundings) throws {
    try options.note(items, areRead: false, surroundings)
  }
}

struct ItemMarkOptions: ParsableArguments {
  @OptionGroup var reader: ReaderOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  /// Notes that items (nil: all) are read or not, and says how many were otherwise before.
  func note(_ items: [String]?, areRead: Bool, _ surroundings: Surroundings) throws {
    let store = try store.openFeeds(surroundings)
    let numbers = try store.ask { snapshot in
      let question = Question(snapshot, asOf: surroundings.today)
      return try items?.map { try question.item(named: $0).item }
        ?? snapshot.items(ItemFilter()).map(\.item)
    }
    let count = try store.write { transaction in
      try ReaderTable(transaction).note(numbers, areRead: areRead, by: reader.reader)
    }
    let word = areRead ? "read" : "unread"
    try output.tell(
      "\(Numerals.counted(count, "item")) more \(word)",
      Document(
        schema: "annals.itemsRead/1",
        facts: ["items": .number(Int64(count)), "read": .bool(areRead)]), surroundings)
  }
}
