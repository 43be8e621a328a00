import ArgumentParser
import EventLog
import EventModel
import JSONText
import Querying
import SideTables

struct FeedList: AnnalsCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the feeds that are followed.")

  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run(in surroundings: Surroundings) throws {
    let store = try store.openFeedsToAsk(surroundings)
    let subscriptions = try store.subscriptions()
    let rows = subscriptions.map { subscription in
      JSON.object([
        "title": .string(subscription.title),
        "groups": .strings(subscription.groups),
        "url": .string(subscription.url),
        "site": subscription.site.map(JSON.string) ?? .null,
        "interval": subscription.interval.map { .number(Int64($0)) } ?? .null,
        "added": .string(subscription.added.description),
      ])
    }
    let answer = Document(
      schema: "annals.feeds/1", head: try store.read { try Log($0).head().position },
      asOf: surroundings.today,
      columns: [
        Column(
          "group",
          text: { row in
            (row["groups"]?.elements ?? []).compactMap(\.string).joined(separator: " / ")
          }),
        Column("title", key: "title"), Column("url") { .url($0["url"]) },
        Column("site", for: .programs) { .url($0["site"]) },
        Column("interval", key: "interval", isNumeric: true, for: .programs),
        Column("added", for: .programs) { .moment($0["added"]) },
      ], rows: rows)
    try output.write(answer, surroundings)
  }
}
