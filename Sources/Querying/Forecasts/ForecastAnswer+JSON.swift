import EventModel
import Forecasting
package import JSONText

extension ForecastAnswer {
  /// One object of the contract `annals.forecast/1`.
  package var json: JSON {
    let unit = input.unit.rawValue
    return .object([
      "schema": "annals.forecast/1",
      "sequence": text(input.sequence),
      "asOf": .string(input.asOf.description),
      "knownUntil": text(input.knownUntil?.day.description),
      "knownBy": text(input.knownUntil?.reason),
      "durations": .array(input.durations.map { number($0.value) }),
      "unit": .string(unit),
      "current": .object([
        "phase": text(input.current),
        "began": text(input.began?.description),
        "elapsed": input.elapsed.map(number) ?? .null,
      ]),
      "leastSquares": forecast.fit.map(leastSquares) ?? .null,
      "dataOnly": dataOnly,
      "roundingEnvelope": roundingEnvelope,
      "referenceClass": referenceClass,
      "conditional": conditional,
      "baselines": baselines,
      "tests": tests,
      "accumulation": accumulation,
      "method": method.map(byMethod) ?? .null,
      "byBoundaries": byBoundaries.map(boundaries) ?? .null,
      "measuredCoverage": measuredCoverage,
      "explanations": .array(forecast.derivations.map(explanation)),
      "by": .object(by.map { .init($0.day.description, number($0.probability)) }),
      "ahead": stepsAhead,
      "chanceOfEnd": forecast.chanceOfEnd.map(number) ?? .null,
      "warnings": .strings(warnings),
      "reconstructed": .bool(input.isReconstructed),
      "digest": .string(input.digest.description),
      "phases": .array(input.phases),
      "earlier": .array(earlier.map(\.json)),
    ])
  }

  private func leastSquares(_ fit: LogLinearFit) -> JSON {
    .object([
      "ratio": number(fit.ratio), "next": number(fit.predicted()),
      "date": date(fit.predicted()), "then": number(fit.predicted(ahead: 2)),
      "residual": number(fit.residualSD),
    ])
  }

  private var dataOnly: JSON {
    switch forecast.dataOnly {
    case .success(let data):
      .object([
        "ratio": number(data.ratio), "ratioInterval": pair(data.ratioInterval),
        "median": number(data.median), "date": date(data.median),
        "intervals": intervals(data.intervals), "dates": dates(data.intervals),
      ])
    case .failure(let refusal):
      .object([
        "refused": .string(refusal.description),
        "ratio": forecast.fit.map { number($0.ratio) } ?? .null,
        "median": forecast.fit.map { number($0.predicted()) } ?? .null,
        "date": forecast.fit.map { date($0.predicted()) } ?? .null,
      ])
    }
  }

  private var roundingEnvelope: JSON {
    switch forecast.roundingEnvelope {
    case .success(let envelope):
      .object([
        "boxes": .array(envelope.boxes.map(pair)), "range": pair(envelope.range),
        "dates": .array([date(envelope.range.lowerBound), date(envelope.range.upperBound)]),
      ])
    case .failure(let refusal): refused(refusal)
    }
  }

  /// The law that the forecast stands for; under `--method bma` that of the class's models alone.
  private var referenceClass: JSON {
    let weights = forecast.average.weights
    return .object([
      "weightTrend": number(forecast.weightTrend),
      "law": law(forecast.law),
      "median": number(forecast.law.median),
      "date": date(forecast.law.median),
      "intervals": intervals(forecast.law.intervals),
      "dates": dates(forecast.law.intervals),
      "method": .string(forecast.method.rawValue),
      "weights": .object([
        "trend": number(weights.trend), "noTrend": number(weights.noTrend),
        "driftingLevel": number(weights.driftingLevel),
      ]),
    ])
  }

  private var conditional: JSON {
    switch forecast.conditional {
    case nil: .null
    case .failure(let refusal): refused(refusal)
    case .success(let conditional):
      .object([
        "elapsed": number(conditional.elapsed), "median": number(conditional.median),
        "date": date(conditional.median), "intervals": intervals(conditional.intervals),
        "dates": dates(conditional.intervals),
        "pBy": .object(pBy.map { .init($0.day.description, number($0.probability)) }),
      ])
    }
  }

  private var baselines: JSON {
    let all = forecast.baselines
    return .object([
      "lastValue": baseline(all.lastValue), "noTrend": baseline(all.noTrend),
      "poisson": baseline(all.poisson), "gott": baseline(all.gott),
      "weightedLevel": baseline(.success(all.weightedLevel)),
      "plugInGeometric": baseline(all.plugInGeometric),
    ])
  }

  /// How often the intervals held in the backtest, beside what they promise.
  private var measuredCoverage: JSON {
    let coverage = coverageOfKind
    return .object([
      "forecasts": .number(Int64(coverage.forecasts)), "50": number(coverage.fifty),
      "80": number(coverage.eighty), "95": number(coverage.ninetyFive),
    ])
  }

  /// A row a step, from the end of the current phase on.
  private var stepsAhead: JSON {
    guard let steps, let ahead else { return .array([]) }
    return .array(
      (1...steps).map { step in
        let ends = [0.1, 0.9].map { ahead.quantile($0, step: step) }
        return .object([
          "step": .number(Int64(step)), "date": date(ahead.quantile(0.5, step: step)),
          "dates": .object(["80": .array(ends.map(date))]),
          "by": .object(
            byDays.map { day, length in
              .init(day.description, number(ahead.probability(step: step, by: length)))
            }),
        ])
      })
  }

  private func explanation(_ explanation: Derivation) -> JSON {
    .object([
      "figure": .string(explanation.figure), "formula": .string(explanation.formula),
      "inputs": .object(explanation.inputs.map { .init($0.name, number($0.value)) }),
      "value": number(explanation.value),
    ])
  }

  private var tests: JSON {
    let all = forecast.tests
    return .object([
      "mann": test(all.mann.map { ($0.statistic, $0.p) }),
      "laplace": test(all.laplace.map { ($0.statistic, $0.p) }),
      "lewisRobinson": test(all.lewisRobinson.map { ($0.statistic, $0.p) }),
      "militaryHandbook": test(all.militaryHandbook.map { ($0.statistic, $0.p) }),
      "andersonDarling": test(all.andersonDarling.map { ($0.statistic, $0.p) }),
    ])
  }

  private func test(_ result: Result<(Double, Double), FigureRefusal>) -> JSON {
    switch result {
    case .success(let (statistic, p)):
      .object(["statistic": number(statistic), "p": number(p)])
    case .failure(let refusal): refused(refusal)
    }
  }

  /// When phases that go on shortening would add up to a date; never without its probability.
  private var accumulation: JSON {
    let accumulation = forecast.accumulation
    return .object([
      "pNever": number(accumulation.probabilityOfNever),
      "remaining": accumulation.plugIn.map(number) ?? .null,
      "date": accumulation.plugIn.map(date) ?? .null,
      "warning": .string(accumulation.warning.sentence),
    ])
  }

  private func boundaries(_ forecast: PhaseForecast) -> JSON {
    .object([
      "durations": .array(forecast.durations.map { number($0.value) }),
      "leastSquares": forecast.fit.map(leastSquares) ?? .null,
    ])
  }

  private func byMethod(_ method: BacktestMethod) -> JSON {
    switch law(by: method) {
    case .failure(let refusal):
      .object(["name": .string(method.rawValue), "refused": .string(refusal.description)])
    case .success(let law):
      .object([
        "name": .string(method.rawValue), "median": number(law.median), "date": date(law.median),
        "intervals": intervals(law.intervals), "dates": dates(law.intervals),
      ])
    }
  }
}

/// The recurring parts of the contract `annals.forecast/1`.
extension ForecastAnswer {
  func number(_ value: Double) -> JSON { .number(Numerals.rounded(value)) }

  func text(_ text: String?) -> JSON { text.map(JSON.string) ?? .null }

  func refused(_ refusal: FigureRefusal) -> JSON {
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

  func baseline(_ baseline: Result<BaselineForecast, FigureRefusal>) -> JSON {
    switch baseline {
    case .success(let forecast):
      .object([
        "median": number(forecast.median), "intervals": intervals(forecast.intervals),
      ])
    case .failure(let refusal): refused(refusal)
    }
  }
}
