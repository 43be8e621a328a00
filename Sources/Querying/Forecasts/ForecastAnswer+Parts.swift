import EventModel
import Forecasting
import JSONText

/// The recurring parts of the contract `annals.forecast/1`.
extension ForecastAnswer {
  /// A number to twelve significant digits: more than anybody reads, fewer than rounding errors touch.
  func number(_ value: Double) -> JSON {
    guard 1e-12..<1e12 ~= abs(value) else { return .number(value) }
    var scale = 1.0
    while abs(value) * scale < 1e11 { scale *= 10 }
    return .number((value * scale).rounded() / scale)
  }

  func refused(_ refusal: Refusal) -> JSON {
    .object(["refused": .string(refusal.description)])
  }

  func pair(_ range: ClosedRange<Double>) -> JSON {
    .array([number(range.lowerBound), number(range.upperBound)])
  }

  func intervals(_ intervals: Intervals) -> JSON {
    .object([
      "50": pair(intervals.fifty), "80": pair(intervals.eighty),
      "95": pair(intervals.ninetyFive),
    ])
  }

  /// The same intervals as days.
  func dates(_ intervals: Intervals) -> JSON {
    func days(_ range: ClosedRange<Double>) -> JSON {
      .array([date(range.lowerBound), date(range.upperBound)])
    }
    return .object([
      "50": days(intervals.fifty), "80": days(intervals.eighty),
      "95": days(intervals.ninetyFive),
    ])
  }

  func date(_ duration: Double) -> JSON {
    input.day(at: duration).map { .string($0.description) } ?? .null
  }

  func law(_ law: DurationLaw) -> JSON {
    .array(
      law.components.map { component in
        .object([
          "weight": .number(component.weight), "mu": .number(component.t.mu),
          "scale": .number(component.t.scale), "df": .number(component.t.df),
        ])
      })
  }

  func baseline(_ baseline: Result<BaselineForecast, Refusal>) -> JSON {
    switch baseline {
    case .success(let forecast):
      .object([
        "median": number(forecast.median), "intervals": intervals(forecast.intervals),
      ])
    case .failure(let refusal): refused(refusal)
    }
  }
}
