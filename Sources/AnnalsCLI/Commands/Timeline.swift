import ArgumentParser
import EventLog
import EventModel
import Projections
import Querying

struct Timeline: AnnalsCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show what happened, in the order it happened.",
    discussion: """
        annals timeline actor:OpenAI -p 2022-11..2023-05
        annals timeline type:regulation -p "last 90 days"
        annals timeline actor:百度 type:model-release --as-of 2023-05-15
      """)

  @OptionGroup var events: EventOptions
  @OptionGroup var options: AskOptions

  func run(in surroundings: Surroundings) throws {
    try options.ask(surroundings) { question in
      let answer = try events.answer(question, surroundings, order: .occurred)
      let period = answer.period ?? .all
      let header = "\(period == .all ? "all time" : period.text) · \(answer.rows.count) events"
      try options.output.write(answer, header: header, surroundings)
    }
  }
}
