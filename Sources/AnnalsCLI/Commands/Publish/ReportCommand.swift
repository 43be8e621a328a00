import ArgumentParser
import Querying
import Rendering

struct ReportCommand: AnnalsCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write a page to hand on: what happened, compared, and what comes next.",
    discussion: """
      One file that loads nothing. Beyond \(ReportPage.most) events, a page for each year stands beside it.

        annals report -o report.html
        annals report OpenAI -p 2022-11..2023-05 -o openai.html
        annals report nlp --as-of 2023-05-15 -o nlp.html
      """)

  @Argument(
    help: ArgumentHelp(
      "A query, a company, a sequence or a saved query; none means everything.", valueName: "query"),
    completion: Completing.query)
  var query: [String] = []

  @OptionGroup var period: PeriodOptions
  @OptionGroup var options: AskOptions

  func run(in surroundings: Surroundings) throws {
    let output = options.output
    if output.file == nil, surroundings.output.isTerminal {
      throw Failure(
        .usage, "a page is no text for a terminal", hint: "annals report -o report.html")
    }
    let page = ReportPage(try report(surroundings), version: Program.version)
    guard let file = output.file else {
      guard !page.needsNeighbours else {
        throw Failure(
          .usage, "more than \(ReportPage.most) events take several pages",
          hint: "write them with -o report.html, or ask for less with -p")
      }
      return try surroundings.output.write(page.pages(named: "report.html")[0].bytes)
    }
    for page in page.pages(named: file) {
      try OutputFile(page.name ?? file, sparing: surroundings.stores).write { write in
        try write(page.bytes)
      }
    }
  }

  /// Forecasts see what was recorded later too, and say so, as `annals forecast` does.
  private func report(_ surroundings: Surroundings) throws -> ReportAnswer {
    let values = period.arguments.merging(["query": query]) { $1 }
    let arguments = try Arguments(values, for: .timeline)
    return try options.ask(surroundings) { question in
      guard options.asOf.asOf != nil else { return try question.report(arguments) }
      return try options.ask(surroundings, reconstructing: true) { later in
        try question.report(arguments, reconstructing: later)
      }
    }
  }
}
