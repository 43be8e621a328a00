import ArgumentParser
import Projections
import Querying

/// Which events are asked for.
struct EventOptions: ParsableArguments {
  @Argument(help: "A query, such as actor:OpenAI type:funding not:stance:rumoured.")
  var query: [String] = []

  @Option(name: [.customShort("n"), .long], help: "At most this many events.")
  var limit: Int?

  @OptionGroup var period: PeriodOptions

  func answer(
    _ question: Question, _ surroundings: Surroundings, order: EventOrder
  ) throws -> Answer {
    try question.events(
      ActorNames(question.snapshot).query(query),
      in: period.period(today: surroundings.today), order: order, limit: limit)
  }
}
