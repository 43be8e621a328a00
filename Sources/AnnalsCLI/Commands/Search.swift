import ArgumentParser
import EventLog
import EventModel
import Projections
import Querying

struct Search: AnnalsCommand {
  static let configuration = CommandConfiguration(
    abstract: "Find events by the words of their reports, the best first; Chinese too.",
    discussion: """
        annals search open letter
        annals search 融资 type:funding
        annals search '"data centre"' -n 10
      """)

  @OptionGroup var events: EventOptions
  @OptionGroup var options: AskOptions

  func validate() throws {
    guard !events.query.isEmpty else { throw ValidationError("say what to search for") }
  }

  func run(in surroundings: Surroundings) throws {
    try options.ask(surroundings) { question in
      let answer = try events.answer(question, surroundings, order: .relevance)
      try options.output.write(answer, surroundings)
    }
  }
}
