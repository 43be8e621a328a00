import ArgumentParser
import EventModel
import Querying

struct ForecastResolve: AnnalsCommand {
  static let configuration = CommandConfiguration(
    commandName: "resolve",
    abstract: "Say how a forecast turned out, and who says so.",
    discussion: """
        annals forecast resolve 3b70 --outcome 7e8 --source https://example.org/figures
        annals forecast resolve a997 --outcome 2025-06-01 --source https://example.org/news
        annals forecast resolve 77ab --outcome no --source https://example.org/news

      The outcome is the day on which it came, an amount, yes (today) or no.
      """)

  @Argument(help: "The forecast's id, or its first digits.", completion: Completing.forecast)
  var forecast: String

  @Option(help: ArgumentHelp("What came about.", valueName: "date|amount|yes|no"))
  var outcome: String

  @Option(help: ArgumentHelp("The address or citation that says so.", valueName: "url"))
  var source: String

  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run(in surroundings: Surroundings) throws {
    let today = surroundings.today
    let closed = try ClosedForecast(named: forecast, in: store, surroundings) { row, act in
      let (day, value) = try ForecastOutcome(outcome, of: row.issue, today: today).told
      return .forecastResolved(
        ForecastResolution(
          of: row.id, by: nil, date: day, value: value,
          mention: Mention(source: "hand", url: source, published: PartialDate(today)), act: act))
    }
    try output.tell(
      "resolved \(closed.forecast.short); annals undo \(closed.record.short) takes that back",
      closed.document(schema: "annals.resolved/1"), surroundings)
  }
}

/// An outcome as it is typed, of a forecast that takes such a one.
struct ForecastOutcome {
  /// When it came, or was known not to; and what, nil where it did not.
  let told: (day: CivilDay, value: Double?)

  init(_ text: String, of issue: ForecastIssue, today: CivilDay) throws {
    func wrong(_ hint: String) -> Failure {
      Failure(.usage, "“\(text)” is no outcome of this forecast", hint: hint)
    }
    let day = CivilDay(text)
    if let day, day > today { throw wrong("it has not come yet: give a day up to \(today)") }
    if let began = issue.began, issue.law != nil || issue.window != nil {
      guard text != "no" || issue.law == nil else {
        throw wrong("annals forecast annul takes out what cannot be decided")
      }
      if text == "no" {
        told = (today, nil)
        return
      }
      guard let day, day > began else {
        throw wrong("give the day on which it ended, later than \(began)")
      }
      told = (day, issue.unit.count(from: began, to: day))
    } else if issue.amount != nil {
      guard let value = Double(text), value.isFinite else { throw wrong("give an amount: 7e8") }
      told = (today, value)
    } else {
      switch text {
      case "yes": told = (today, 1)
      case "no": told = (today, nil)
      default:
        guard let day else { throw wrong("write yes, no, or the day on which it came") }
        told = (day, 1)
      }
    }
  }
}
