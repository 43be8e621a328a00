import ArgumentParser
import Querying

struct Sources: AskingCommand {
  static let inquiry = Inquiry.sources
  static let configuration = CommandConfiguration(
    commandName: "sources", abstract: inquiry.summary,
    discussion: """
      first: events that this source told before all others in the log. confirmed and denied: of its \
      rumours, those that came true or were denied, by other reports or by a later stage of the story. \
      reprints: reports in the words of another source, which count with it as one source of the event.
      """)

  @OptionGroup var options: AskOptions

  var arguments: [String: [String]] { [:] }
}

struct Coverage: AskingCommand {
  static let inquiry = Inquiry.coverage
  static let configuration = CommandConfiguration(
    commandName: "coverage", abstract: inquiry.summary,
    discussion: """
      Silence after that day says nothing. A feed is known until its last poll, a book until the day to \
      which it says that it is complete.

        annals coverage
        annals coverage nlp
        annals coverage actor:OpenAI type:funding
      """)

  @Argument(
    help: "A sequence, or a query over events; none means all sources.",
    completion: Completing.sequenceOrQuery)
  var query: [String] = []

  @OptionGroup var options: AskOptions

  var arguments: [String: [String]] { ["query": query] }
}
