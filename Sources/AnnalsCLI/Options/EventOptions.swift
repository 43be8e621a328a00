import ArgumentParser

/// Which events are asked for.
struct EventOptions: ParsableArguments {
  @Argument(
    help: "A query, such as actor:OpenAI type:funding not:stance:rumoured.",
    completion: Completing.query)
  var query: [String] = []

  @Option(name: [.customShort("n"), .long], help: "At most this many events.")
  var limit: Int?

  @Option(
    help: ArgumentHelp(
      "Only what follows this event: the id that JSON gave as next.", valueName: "id"))
  var after: String?

  @OptionGroup var period: PeriodOptions

  var arguments: [String: [String]] {
    period.arguments.merging(
      ["query": query, "limit": limit.map { ["\($0)"] } ?? [], "after": after.map { [$0] } ?? []]
    ) { $1 }
  }
}
