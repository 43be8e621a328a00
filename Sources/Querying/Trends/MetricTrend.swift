package import EventModel
package import Forecasting
package import JSONText
import Projections

/// The growth of a metric of one actor, from what sources claim of it.
package struct MetricTrend: Sendable {
  package let actor: String
  package let metric: String
  /// The currency or unit that most claims are in; the others are left out.
  package let unit: String
  /// Claims that count: one a period, the firmest stance first, none that was denied.
  package let observations: [Observation]
  package let trend: Result<GrowthTrend, FigureRefusal>
  /// The value a year after the last observation, carried on from there with the trend's slope.
  package let forecast: Result<DurationLaw, FigureRefusal>
  /// The day on which the trend reaches the level asked for.
  package let reaches: Result<GrowthTrend.Crossing, FigureRefusal>?
}

extension Question {
  /// How fast a metric of an actor grows; `level` asks when it will have been reached.
  package func growth(
    of metric: String, by actor: String, in period: Period, reaching level: Double? = nil
  ) throws -> MetricTrend {
    let claims = try snapshot.claims(
      of: metric, by: [actor], from: period.first, to: period.last
    ).filter { $0.account.report.event.polarity == .asserted }
    let units = Dictionary(claims.map { ($0.amount.unit, 1) }, uniquingKeysWith: +)
    let unit = units.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? ""
    var best: [CivilDay: (rank: Int, value: Double)] = [:]
    for claim in claims where claim.amount.unit == unit {
      guard let day = claim.period?.last else { continue }
      let rank = Stance.allCases.firstIndex(of: claim.account.report.event.stance)!
      if rank < best[day]?.rank ?? .max { best[day] = (rank, claim.amount.value.double) }
    }
    let observations = best.sorted { $0.key < $1.key }
      .map { Observation(day: Double($0.key.number), value: $0.value.value) }
    let trend = Result { () throws(FigureRefusal) in try GrowthTrend(observations) }
    let forecast = Result { () throws(FigureRefusal) in
      try trend.get().forecast(at: (observations.last?.day ?? 0) + GrowthTrend.daysPerYear)
    }
    let reaches = level.map { level in
      Result { () throws(FigureRefusal) in try trend.get().reaches(level) }
    }
    return MetricTrend(
      actor: actor, metric: metric, unit: unit, observations: observations, trend: trend,
      forecast: forecast, reaches: reaches)
  }
}

extension MetricTrend {
  /// The observations, and what follows from them in words.
  var document: Document {
    let points = json["observations"]?.elements ?? []
    return Document(
      title: "\(metric) of \(actor), in \(unit)",
      parts: [
        .table(
          Table(
            [
              Column("day") { .date($0["day"]) },
              Column("value", isNumeric: true) { Cell(number: $0["value"].map { Cell($0).plain }) },
              Column("unit", for: .programs) { [unit] _ in Cell(unit) },
            ], points))
      ] + sentences.map(Document.Part.paragraph), json: json)
  }

  private var sentences: [String] {
    var lines: [String] = []
    switch trend {
    case .failure(let refusal): lines.append("no trend: \(refusal)")
    case .success(let trend): lines += told(trend)
    }
    if case .success(let law) = forecast, let day = forecastDay {
      lines.append(
        "on \(day): \(Numerals.short(law.median)), 80 %: \(Numerals.short(law.intervals.eighty))")
    }
    switch reaches {
    case nil: break
    case .failure(let refusal): lines.append("when it reaches the level: refused, \(refusal)")
    case .success(let crossing):
      let ends = [crossing.trend.lowerBound, crossing.trend.upperBound].map(told)
      lines.append(
        "reaches the level on \(told(crossing.day)), 95 %: \(ends[0]) to \(ends[1])")
    }
    return lines
  }

  private func told(_ trend: GrowthTrend) -> [String] {
    var lines = [
      "grows by the factor \(Numerals.short(trend.growthPerYear)) a year, 95 %: "
        + Numerals.short(trend.growthInterval())
    ]
    if let days = trend.doublingDays {
      let verb = days > 0 ? "doubles" : "halves"
      let interval = trend.doublingInterval().map { ", 95 %: " + Numerals.short($0) }
      lines.append("\(verb) in \(Numerals.short(abs(days))) days\(interval ?? "")")
    }
    lines.append(
      "from \(trend.count) observations, R² \(Numerals.short(trend.r2)); intervals by "
        + GrowthTrend.intervalKind)
    return lines
  }

  private func told(_ day: Double) -> String { date(day).string ?? "beyond the calendar" }

  package var json: JSON {
    let points = observations.map { point in
      JSON.object([
        "day": .string(CivilDay(number: Int(point.day)).description), "value": .number(point.value),
      ])
    }
    return .object([
      "schema": "annals.growth/1", "actor": .string(actor), "metric": .string(metric),
      "unit": .string(unit), "observations": .array(points), "trend": trendJSON,
      "forecast": forecastJSON, "reaches": reaches.map(reachesJSON) ?? .null,
    ])
  }

  /// The day that the forecast is about; nil without observations.
  package var forecastDay: CivilDay? {
    observations.last.map { CivilDay(number: Int($0.day + GrowthTrend.daysPerYear)) }
  }

  private var forecastJSON: JSON {
    switch forecast {
    case .failure(let refusal): .object(["refused": .string(refusal.description)])
    case .success(let law):
      .object([
        "date": forecastDay.map { .string($0.description) } ?? .null,
        "median": .number(law.median),
        "intervals": .object([
          .init("50", pair(law.intervals.fifty)), .init("80", pair(law.intervals.eighty)),
          .init("95", pair(law.intervals.ninetyFive)),
        ]),
      ])
    }
  }

  private var trendJSON: JSON {
    switch trend {
    case .failure(let refusal): .object(["refused": .string(refusal.description)])
    case .success(let trend):
      .object([
        "n": .number(Int64(trend.count)), "growthPerYear": .number(trend.growthPerYear),
        "growthInterval": pair(trend.growthInterval()),
        "doublingDays": trend.doublingDays.map { .number($0) } ?? .null,
        "doublingInterval": trend.doublingInterval().map(pair) ?? .null,
        "r2": .number(trend.r2), "interval": .string("95 %, \(GrowthTrend.intervalKind)"),
      ])
    }
  }

  private func reachesJSON(_ crossing: Result<GrowthTrend.Crossing, FigureRefusal>) -> JSON {
    switch crossing {
    case .failure(let refusal): .object(["refused": .string(refusal.description)])
    case .success(let crossing):
      .object([
        "date": date(crossing.day),
        "trend": .array([date(crossing.trend.lowerBound), date(crossing.trend.upperBound)]),
        "observation": .array([
          date(crossing.observation.lowerBound), date(crossing.observation.upperBound),
        ]),
      ])
    }
  }

  /// A day of the calendar; null beyond the year 9999.
  private func date(_ day: Double) -> JSON {
    guard day.isFinite, abs(day) < 2_900_000 else { return .null }
    return .string(CivilDay(number: Int(day.rounded())).description)
  }

  private func pair(_ range: ClosedRange<Double>) -> JSON {
    .array([.number(range.lowerBound), .number(range.upperBound)])
  }
}
