import ArgumentParser
import EventLog
import EventModel
import JSONText
import Querying
import SideTables

struct FeedRemove: AnnalsCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Follow a feed no longer; its items stay in the log.")

  @Argument(
    help: ArgumentHelp("Feeds, by title or address.", valueName: "feed"),
    completion: Completing.feed)
  var feeds: [String]

  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run(in surroundings: Surroundings) throws {
    let store = try store.openFeeds(surroundings)
    let found = try FeedNames.find(feeds, in: store.subscriptions())
    try store.write { transaction in
      for subscription in found { try SubscriptionTable(transaction).remove(subscription) }
    }
    try output.tell(
      found.map { "removed \($0.title)" }.joined(separator: "; "),
      Document(
        schema: "annals.feedsRemoved/1", facts: ["removed": .strings(found.map(\.title))]),
      surroundings)
  }
}
