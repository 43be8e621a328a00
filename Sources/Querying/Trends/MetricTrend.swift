package import EventModel
package import Forecasting
import Projections

/// The growth of a metric, from what sources claim of it.
package struct MetricTrend: Sendable {
  /// Nil: of everybody.
  package let actor: String?
  package let metric: String
  /// Whether only records count.
  package let isFrontier: Bool
  /// The day for which it is asked.
  package let asOf: CivilDay
  package let claims: MetricClaims
  package let trend: Result<GrowthTrend, FigureRefusal>
  /// The value a year after the last observation, carried on from there with the trend's slope.
  package let forecast: Result<DurationLaw, FigureRefusal>
  /// The level asked for, and when it will have been reached.
  package let level: (value: Double, forecast: Result<LevelForecast, FigureRefusal>)?

  package var unit: String { claims.unit }
  package var observations: [Observation] { claims.observations }
}

extension Question {
  /// How fast a metric of an actor, or of all, grows; `level` asks when it will have been reached, and
  /// `isFrontier` for the running record alone.
  package func growth(
    of metric: String, by actor: String?, in period: Period, reaching level: Double? = nil,
    isFrontier: Bool = false
  ) throws -> MetricTrend {
    let found = try snapshot.claims(
      of: metric, by: actor.map { try names().all($0) } ?? [], from: period.first, to: period.last)
    let all = MetricClaims(found)
    let claims = isFrontier ? all.frontier() : all
    let observations = claims.observations
    let trend = Result { () throws(FigureRefusal) in try GrowthTrend(observations) }
    let forecast = Result { () throws(FigureRefusal) in
      try trend.get().forecast(at: (observations.last?.day ?? 0) + GrowthTrend.daysPerYear)
    }
    let reaches = level.map { level in
      let forecast = Result { () throws(FigureRefusal) in
        try trend.get().forecast(reaching: level)
      }
      return (value: level, forecast: forecast)
    }
    return MetricTrend(
      actor: actor, metric: metric, isFrontier: isFrontier, asOf: asOf, claims: claims,
      trend: trend,
      forecast: forecast, level: reaches)
  }
}
