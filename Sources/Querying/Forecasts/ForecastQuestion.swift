package import EventModel
package import Forecasting
import Projections

extension Inquiry {
  package static let forecast = Inquiry(
    "forecast", "Forecast when the current phase of a sequence ends.", schema: "annals.forecast/1",
    [
      Parameter(
        "sequence", .text,
        "The sequence, such as nlp, or a query of which each event begins a phase."),
      Parameter(
        "durations", .text,
        "Lengths of completed phases, the first one first; 40~10 is 40 rounded to tens."),
      Parameter(
        "unit", .choice(DurationUnit.allCases.map(\.rawValue)),
        "The unit of the durations: day, week, month, quarter or year."),
      Parameter("since", .text, "When the current phase began, with durations."),
      Parameter(
        "method", .choice(ForecastMethod.allCases.map(\.rawValue)), "Show one more method."),
      Parameter("with", .texts, "Add a sequence of the log to the reference class."),
      Parameter("without", .texts, "Leave a member of the reference class out."),
      Parameter("by", .texts, "Tell the chance that it ends by this date."),
      Parameter("ahead", .count, "Tell when so many phases end, one after another."),
    ], reconstructs: true
  ) { question, arguments in try question.forecast(arguments).document() }
}

extension Question {
  /// The forecast that arguments of ``Inquiry/forecast`` ask for.
  package func forecast(_ arguments: Arguments) throws -> ForecastAnswer {
    let input =
      switch (arguments.text("sequence"), arguments.text("durations")) {
      case (let sequence?, nil): try forecastInput(sequence)
      case (nil, _?): try ForecastInput(arguments, asOf: asOf)
      default: throw QueryError("name a sequence or give durations")
      }
    var answer = try ForecastAnswer(
      input, arguments, adding: arguments.texts("with").map { try referenceSequence($0) })
    answer.earlier = try input.sequence.map(earlierForecasts) ?? []
    return answer
  }
}

extension ForecastAnswer {
  package init(
    _ input: ForecastInput, _ arguments: Arguments, adding: [ReferenceSequence] = []
  ) throws {
    let without = arguments.texts("without")
    let members = ReferenceClass.embedded.members.map(\.id)
    if let unknown = without.first(where: { !members.contains($0) }) {
      throw QueryError(
        "the reference class has no member “\(unknown)”",
        hint: nearest(to: unknown, in: members).map { "did you mean “\($0)”?" })
    }
    let method: ForecastMethod? = arguments.choice("method")
    let days = try arguments.texts("by").map { text in
      guard let day = try Period(text, today: input.asOf).last, day > input.start else {
        throw QueryError(
          "“\(text)” does not end after \(input.start), from which it is forecast",
          hint: "--by takes a later date")
      }
      return day
    }
    let steps = arguments.count("ahead")
    if let steps, steps > StepsAhead.limit {
      throw QueryError("\(steps) phases ahead are too many", hint: "at most \(StepsAhead.limit)")
    }
    do {
      try self.init(
        input, method: method?.method, adding: adding, without: without, by: days, steps: steps)
    } catch {
      throw UnusableInput(reason: "no forecast can be made: \(error)")
    }
  }
}

extension ForecastInput {
  /// Lengths given by hand.
  package init(_ arguments: Arguments, asOf: CivilDay) throws {
    let lengths = try (arguments.text("durations") ?? "").split(separator: ",").map { text in
      let parts = text.split(separator: "~", omittingEmptySubsequences: false).map {
        Double($0)
      }
      guard parts.count <= 2, let value = parts.first ?? nil, !parts.contains(nil) else {
        throw QueryError("“\(text)” is no length", hint: "--durations 40,20,10,5")
      }
      return PhaseLength(value, roundedTo: parts.count == 2 ? parts[1] : nil)
    }
    self.init(
      durations: lengths, unit: arguments.choice("unit") ?? .year,
      began: try arguments.text("since").flatMap { try Period($0, today: asOf).first }, asOf: asOf)
  }
}

/// The methods of the backtest by the names that people type.
enum ForecastMethod: String, CaseIterable {
  case average, level, bma, trend, flat
  case weightedLevel = "weighted-level"
  case noTrend = "no-trend"
  case lastValue = "last-value"
  case drift
  case leastSquares = "least-squares"
  case plugIn = "plug-in"

  var method: BacktestMethod {
    switch self {
    case .average: .average
    case .level: .level
    case .bma: .bma
    case .weightedLevel: .weightedLevel
    case .trend: .trend
    case .flat: .flat
    case .noTrend: .noTrend
    case .lastValue: .lastValue
    case .drift: .drift
    case .leastSquares: .leastSquares
    case .plugIn: .plugIn
    }
  }
}
