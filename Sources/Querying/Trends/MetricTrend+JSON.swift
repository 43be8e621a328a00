import EventModel
import Forecasting
package import JSONText

extension MetricTrend {
  /// One object of the contract `annals.growth/1`.
  package var json: JSON {
    return .object([
      "schema": "annals.growth/1", "actor": actor.map(JSON.string) ?? .null,
      "metric": .string(metric), "unit": .string(unit),
      "observations": .array(claims.rows.filter { $0.use == .fact }.map(\.json)),
      "trend": trendJSON, "forecast": forecastJSON, "reaches": reachesJSON,
      "frontier": .bool(isFrontier),
      "forecasts": .array(claims.rows.filter { $0.use == .forecast }.map(\.json)),
      "bounds": .array(claims.rows.filter { $0.use == .bound }.map(\.json)),
      "omitted": .array(claims.omitted.map(\.json)),
      "asOf": .string(asOf.description),
    ])
  }

  /// The day that the forecast is about; nil without observations.
  var forecastDay: CivilDay? {
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

  private var reachesJSON: JSON {
    guard let level else { return .null }
    let line = Result { () throws(FigureRefusal) in try trend.get().reaches(level.value) }
    let crossing = try? line.get()
    switch level.forecast {
    case .failure(let refusal): return .object(["refused": .string(refusal.description)])
    case .success(let forecast):
      return .object([
        "date": date(forecast.day),
        "interval": .array([date(forecast.earliest), forecast.latest.map(date) ?? .null]),
        "mayNever": .bool(forecast.latest == nil),
        "trend": crossing.map { days($0.trend) } ?? .null,
        "observation": crossing.map { days($0.observation) } ?? .null,
      ])
    }
  }

  private func days(_ range: ClosedRange<Double>) -> JSON {
    .array([date(range.lowerBound), date(range.upperBound)])
  }

  /// A day of the calendar; null beyond the year 9999.
  func date(_ day: Double) -> JSON {
    guard day.isFinite, abs(day) < 2_900_000 else { return .null }
    return .string(CivilDay(number: Int(day.rounded())).description)
  }

  private func pair(_ range: ClosedRange<Double>) -> JSON {
    .array([.number(range.lowerBound), .number(range.upperBound)])
  }
}

extension MetricClaims {
  var omitted: [Row] {
    rows.filter { if case .omitted = $0.use { true } else { false } }
  }
}

extension MetricClaims.Row {
  var json: JSON {
    let kind: String
    var reason: String?
    switch use {
    case .fact: kind = "fact"
    case .forecast: kind = "forecast"
    case .bound: kind = "bound"
    case .omitted(let why):
      kind = "omitted"
      reason = why
    }
    return .object([
      "day": day.map { .string($0.description) } ?? .null, "value": .number(value),
      "actor": .string(actor), "unit": .string(amount.unit), "approx": .bool(amount.approximate),
      "bound": amount.bound.map { .string($0.rawValue) } ?? .null, "use": .string(kind),
      "reason": reason.map(JSON.string) ?? .null,
    ])
  }
}
