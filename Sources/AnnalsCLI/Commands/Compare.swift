import ArgumentParser
import Querying

struct Compare: AskingCommand {
  static let inquiry = Inquiry.compare
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: inquiry.summary,
    discussion: """
      A row is a claim, told by one source or by several in the same words: conflicting figures, rumours \
      and denials stand side by side. --by makes a matrix, in which each cell holds one claim: exact \
      before approximate, official before reported before rumoured, what happened before what was \
      foretold, the latest. Fiscal years stand in the calendar year in which most of their days lie.

        annals compare OpenAI SenseTime --metric net_loss --period 2022
        annals compare Baidu Tencent Alibaba --metric revenue --by year --currency USD
        annals compare --metric revenue --period 2022 --at-least 500e9CNY
        annals compare 商汤科技 --metric gpu_count --best

      A table of your own rates (--rates) has a line of titles, year and currencies, and then lines such \
      as 2026,7.1,0.86: units of the currency for one US dollar.
      """)

  @Argument(
    help: ArgumentHelp("Companies or people; none means everybody.", valueName: "actor"),
    completion: Completing.actor)
  var actors: [String] = []

  @Option(
    help: "The metric, such as revenue, net_loss, valuation or gpu_count.",
    completion: Completing.metric)
  var metric: String

  @Option(help: ArgumentHelp("Only claims of at least this, largest first.", valueName: "amount"))
  var atLeast: String?

  @Option(help: ArgumentHelp("A matrix: a column a year or quarter.", valueName: "year|quarter"))
  var by: String?

  @Option(
    help: ArgumentHelp(
      "Also in this currency, at the average rates of the year.", valueName: "code"),
    completion: Completing.currency)
  var currency: String?

  @Option(
    help: ArgumentHelp("A table of your own rates, before the bundled ones.", valueName: "file"))
  var rates: String?

  @Flag(help: "One claim an actor and time, the one to be preferred.")
  var best = false

  @Flag(help: "Every claim, also where several say the same.")
  var all = false

  @OptionGroup var period: PeriodOptions
  @OptionGroup var options: AskOptions

  func validate() throws {
    if best, all { throw ValidationError("--best and --all cannot go together") }
    if rates != nil, currency == nil { throw ValidationError("--rates goes with --currency") }
  }

  var arguments: [String: [String]] {
    let choice: [String] = best ? ["best"] : all ? ["all"] : []
    let single = ["at-least": atLeast, "by": by, "currency": currency].mapValues { text in
      text.map { [$0] } ?? []
    }
    return ["actors": actors, "metric": [metric], "show": choice]
      .merging(single) { $1 }.merging(period.arguments) { $1 }
  }

  func run(in surroundings: Surroundings) throws {
    let file =
      try rates ?? (currency == nil ? nil : surroundings.settings.text(.rates))
    let own = try file.map { try Rates(file: $0, surroundings) }
    try options.answer(Self.inquiry, arguments, surroundings, rates: own)
  }
}

extension Rates {
  /// A table of the user's own.
  init(file: String, _ surroundings: Surroundings) throws {
    let text = String(decoding: try InputFile.read(file, surroundings), as: UTF8.self)
    do { try self.init(reading: text, source: file) } catch {
      throw Failure(
        .badInput, "\(file):\(error.line): \(error.problem)",
        hint: "annals compare --help shows how a table of rates is written")
    }
  }
}
