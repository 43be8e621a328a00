import EventModel
import JSONText
import Projections

extension Question {
  /// The report that arguments of ``Inquiry/timeline`` ask for. `reconstructing` is the same question
  /// where what was recorded later is seen too: forecasts are asked of it.
  package func report(
    _ arguments: Arguments, reconstructing: Question? = nil
  ) throws -> ReportAnswer {
    let subject = try ReportSubject(arguments.texts("query"), self)
    let days = Dictionary(
      uniqueKeysWithValues: ["period", "since", "until"].map { ($0, arguments.texts($0)) })
    func answer(_ inquiry: Inquiry, _ values: [String: [String]] = [:]) throws -> Document {
      let dated = inquiry.parameters.contains { $0.name == "period" } ? days : [:]
      return try inquiry.answer(self, Arguments(dated.merging(values) { $1 }, for: inquiry))
    }
    let events = try subject.query.map { try answer(.timeline, ["query": $0]) } ?? noEvents()
    let metrics = ReportAnswer.metrics(of: events.rows)
    let names = try names()
    let actors = Set(try query(subject.query ?? []).filter.actors.map(names.current)).sorted()
    let told = try actors.filter { try isTold($0) }
    let period = try arguments.period(today: today)
    let interval = TrendInterval(forDays: ReportAnswer.span(of: events.rows, in: period, asOf))
    return ReportAnswer(
      title: subject.title, query: subject.query ?? [], period: period, asOf: asOf,
      status: try status(store: store), events: events,
      comparisons: try metrics.map { try answer(.compare, ["actors": told, "metric": [$0]]) },
      trend: events.rows.isEmpty
        ? nil
        : try answer(
          .trend, ["query": subject.query ?? [], "interval": [interval.rawValue]]),
      growth: try metrics.compactMap { metric in
        guard let actor = actors.only else { return nil }
        let growth = try answer(.trend, ["metric": [metric], "actor": [actor]])
        return ReportAnswer.grows(growth) ? growth : nil
      },
      sequences: try subject.sequences.map { try (reconstructing ?? self).told(sequence: $0) },
      ledger: try subject.hasLedger ? [answer(.forecastScore), answer(.forecastList)] : [],
      coverage: try answer(.coverage, ["query": subject.coverage]))
  }

  private func noEvents() throws -> Document {
    let never = Period(first: CivilDay(number: 0), last: CivilDay(number: -1))
    return try events(EventQuery("") { $0 }, in: never, order: .occurred, limit: nil)
  }

  private func told(sequence: String) throws -> ReportAnswer.Sequence {
    func answer(_ inquiry: Inquiry) throws -> Document {
      try inquiry.answer(self, Arguments(["sequence": [sequence]], for: inquiry))
    }
    let forecast: Document?
    do { forecast = try answer(.forecast) } catch is QueryError, is UnusableInput {
      forecast = nil
    }
    return ReportAnswer.Sequence(
      name: sequence, phases: try answer(.phases), forecast: forecast)
  }
}

extension ReportAnswer {
  /// Fewer claims than these make no picture.
  private static let fewest = 3

  /// The three metrics that most of the events claim.
  fileprivate static func metrics(of rows: [JSON]) -> [String] {
    let all = rows.flatMap { row in
      (row["amounts"]?.elements ?? []).compactMap { $0["metric"]?.string }
    }
    return Dictionary(all.map { ($0, 1) }, uniquingKeysWith: +).filter { $0.value >= fewest }
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(3).map(\.key)
  }

  fileprivate static func grows(_ growth: Document) -> Bool {
    (growth.json["observations"]?.elements?.count ?? 0) >= fewest
  }

  /// How many days a trend is about: the few events that are long ago do not decide.
  fileprivate static func span(of rows: [JSON], in period: Period, _ asOf: CivilDay) -> Int {
    let early = rows.isEmpty ? nil : rows[rows.count / 20]["date"]?.string
    let first = period.first ?? early.flatMap { try? PartialDate(edtf: $0) }?.first ?? asOf
    return min(period.last ?? asOf, asOf).number - first.number
  }
}

extension TrendInterval {
  /// Such that so many days have some twenty to a hundred of them.
  init(forDays days: Int) {
    let longest = [(400, TrendInterval.week), (2500, .month), (9000, .quarter)]
    self = longest.first { days < $0.0 }?.1 ?? .year
  }
}

extension [String] {
  /// The one that there is; nil where there are none or several.
  fileprivate var only: String? { dropFirst().isEmpty ? first : nil }
}
