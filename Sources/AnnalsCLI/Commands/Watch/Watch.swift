import ArgumentParser
import EventLog
import EventModel
import FeedFetching
import JSONText
import Projections
import Querying
import Rendering
import SideTables

struct Watch: AnnalsCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch", abstract: "Tell of what saved queries with an alert have found.",
    discussion: """
      An alert tells of an event once, and once more when it is corrected or retracted, never twice. What a \
      crash interrupted or what failed is not tried again, since it may have arrived: --pending lists it. \
      The command runs in a shell with ANNALS_ID, ANNALS_TITLE, ANNALS_URL, ANNALS_TYPE and ANNALS_OLD \
      (old → new) in its environment and the event as JSON on its standard input; quote the variables. A \
      webhook gets the same JSON, by the rules of fetching, with an Idempotency-Key. annals fetch brings \
      the news; watch only looks at the log.

        annals save rounds 'type:funding amount:>1B' --alert
        annals watch
        annals watch --every 30m --exec 'notify-send "$ANNALS_TITLE" "$ANNALS_OLD"'
        annals watch --webhook https://example.org/hook
        annals watch --pending
      """)

  @Option(help: ArgumentHelp("Look again and again: 30m, 2h.", valueName: "span"))
  var every: Interval?

  @Option(help: ArgumentHelp("Run this command for each alert.", valueName: "command"))
  var exec: String?

  @Option(help: ArgumentHelp("Post each alert to this address, as JSON.", valueName: "url"))
  var webhook: String?

  @Flag(help: "List what may not have arrived: what a crash interrupted, and what failed.")
  var pending = false

  @OptionGroup var network: NetworkOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard !pending || every == nil && exec == nil && webhook == nil else {
      throw ValidationError("--pending only lists")
    }
  }

  func run(in surroundings: Surroundings) throws {
    if pending { return try list(surroundings) }
    let courier = Courier(
      command: exec, webhook: try webhook.map { try FeedURL($0) },
      options: try network.options(surroundings), surroundings: surroundings)
    repeat {
      let store = try store.openFeeds(surroundings)
      let told = try WatchRound(store: store, courier: courier, surroundings: surroundings).run()
      if !told.alerts.isEmpty || output.chosen != nil {
        try output.write(Watch.document(told.alerts), surroundings)
      }
      for failure in told.failures { try surroundings.complain(failure) }
      if surroundings.isInterrupted() { throw ExitCode(130) }
      if every == nil, !told.failures.isEmpty {
        throw Failure(
          .partly, "not delivered: \(Numerals.counted(told.failures.count, "alert"))",
          hint: "annals watch --pending lists what may not have arrived")
      }
    } while try every?.wait(surroundings) ?? false
  }

  private static func document(_ alerts: [Alert]) -> Document {
    Document(schema: Alert.schema, columns: Alert.columns, rows: alerts.map(\.json))
  }

  private func list(_ surroundings: Surroundings) throws {
    let pending = try store.openToAsk(surroundings).read { try AlertTable($0).pending() }
    try output.write(
      Document(
        schema: "annals.pendingAlerts/1",
        columns: [
          Column("alert", key: "alert"), Column("title", key: "title"),
          Column("begun") { .moment($0["begun"]) }, Column("state", key: "state"),
          Column("reason", key: "reason").fitting(.whole), Column("id") { .id($0["id"]) },
          Column("number", key: "number", isNumeric: true, for: .programs),
        ],
        rows: pending.map { delivery, at, state, reason in
          .object([
            "alert": .string(delivery.name), "title": .string(delivery.title),
            "begun": .string(at.description),
            "state": .string(state == .begun ? "interrupted" : state.rawValue),
            "reason": .string(reason), "id": .string(delivery.event.description),
            "number": .number(Int64(delivery.number)),
          ])
        }), surroundings)
  }
}
