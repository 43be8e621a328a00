import EventModel
import Forecasting
public import Querying

/// The growth of a metric in words and numbers.
public enum TrendPage {
  public static func text(_ answer: MetricTrend) -> String {
    var lines = ["\(answer.metric) of \(answer.actor), in \(answer.unit)"]
    lines += answer.observations.map { point in
      "  \(CivilDay(number: Int(point.day)))  \(ForecastPage.number(point.value))"
    }
    switch answer.trend {
    case .failure(let refusal): lines.append("no trend: \(refusal)")
    case .success(let trend): lines += told(trend)
    }
    if case .success(let law) = answer.forecast, let day = answer.forecastDay {
      let range = law.intervals.eighty
      lines.append(
        "on \(day): \(ForecastPage.number(law.median)), 80 %: "
          + "\(ForecastPage.number(range.lowerBound))–\(ForecastPage.number(range.upperBound))")
    }
    switch answer.reaches {
    case nil: break
    case .failure(let refusal): lines.append("when it reaches the level: refused, \(refusal)")
    case .success(let crossing):
      lines.append(
        "reaches the level on \(day(crossing.day)), 95 %: \(day(crossing.trend.lowerBound)) to "
          + day(crossing.trend.upperBound))
    }
    return lines.map { SafeText.line($0) + "\n" }.joined()
  }

  private static func told(_ trend: GrowthTrend) -> [String] {
    let growth = trend.growthInterval()
    var lines = [
      "grows by the factor \(ForecastPage.number(trend.growthPerYear)) a year, 95 %: "
        + "\(ForecastPage.number(growth.lowerBound))–\(ForecastPage.number(growth.upperBound))"
    ]
    if let days = trend.doublingDays {
      let verb = days > 0 ? "doubles" : "halves"
      let interval = trend.doublingInterval().map {
        ", 95 %: \(ForecastPage.number($0.lowerBound))–\(ForecastPage.number($0.upperBound))"
      }
      lines.append("\(verb) in \(ForecastPage.number(abs(days))) days\(interval ?? "")")
    }
    lines.append(
      "from \(trend.count) observations, R² \(ForecastPage.number(trend.r2)); intervals by "
        + GrowthTrend.intervalKind)
    return lines
  }

  private static func day(_ number: Double) -> String {
    abs(number) < 2_900_000 ? "\(CivilDay(number: Int(number.rounded())))" : "beyond the calendar"
  }
}
