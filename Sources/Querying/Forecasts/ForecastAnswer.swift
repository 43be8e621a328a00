package import EventModel
package import Forecasting

/// A forecast with what it was made from: the numbers of `annals.forecast/1`.
package struct ForecastAnswer: Sendable {
  package let input: ForecastInput
  package let forecast: PhaseForecast
  /// The same from the lengths by the boundaries, where sources state lengths that differ.
  package let byBoundaries: PhaseForecast?
  /// One more method to show; the average of the reference class alone takes the forecast's place.
  package let method: BacktestMethod?
  /// The days by which the chance of a shift is asked for.
  package let asked: [CivilDay]
  /// How many phases are told one after another, and when each ends; nil where it was not asked.
  package let steps: Int?
  package let ahead: StepsAhead?
  /// What was forecast of the sequence's phases before, from the ledger.
  package var earlier: [EarlierForecast] = []
  /// The days of the table of chances.
  let horizons: [CivilDay]

  /// Throws a ``FigureRefusal`` for what cannot be forecast from at all.
  /// `adding` and `without` name members of the reference class to put in and to leave out.
  package init(
    _ input: ForecastInput, method: BacktestMethod? = nil, adding: [ReferenceSequence] = [],
    without: [String] = [], by asked: [CivilDay] = [], steps: Int? = nil
  ) throws(FigureRefusal) {
    self.input = input
    self.method = method
    let isClassAlone = method == .bma
    let prior = Result { () throws(FigureRefusal) in
      try input.prior(adding: adding, without: without)
    }
    let known = isClassAlone ? try prior.get() : try? prior.get()
    let standing: BacktestMethod = isClassAlone ? .bma : .average
    let boundaries = input.lengthsByBoundaries.map { lengths in
      lengths.reduce(into: [0.0]) { $0.append($0.last! + $1) }
    }
    let forecast = try PhaseForecast(
      durations: input.durations, elapsed: input.elapsed, boundaries: boundaries, prior: known,
      by: standing)
    self.asked = asked
    self.steps = steps
    ahead = steps.map(forecast.ahead)
    // The length that the current phase does not exceed with nine chances in ten.
    horizons = input.horizons(until: forecast.lawNow.quantile(0.9))
    self.forecast = forecast.at(input.lengths(by: horizons).map(\.length))
    if let lengths = input.lengthsByBoundaries {
      byBoundaries = try PhaseForecast(
        durations: lengths.map { PhaseLength($0) }, elapsed: input.elapsed,
        prior: known, by: standing)
    } else {
      byBoundaries = nil
    }
  }

  /// What a reader must know, in sentences.
  package var warnings: [String] {
    let reconstruction =
      "reconstructed: its sources had been published by \(input.asOf), but the log recorded them "
      + "only later"
    return forecast.warnings.map(\.sentence) + (input.isReconstructed ? [reconstruction] : [])
  }

  /// The law of the current phase's length by a method, given that it has not ended yet.
  package func law(by method: BacktestMethod) -> Result<DurationLaw, FigureRefusal> {
    Result { () throws(FigureRefusal) in
      let law = try forecast.law(by: method)
      guard let elapsed = input.elapsed, elapsed > 0 else { return law }
      return try Conditional(law, elapsed: elapsed, horizons: []).law
    }
  }

  /// P(the shift has come) by days on the scale of the law.
  package var pBy: [(day: CivilDay, probability: Double)] { chances(by: horizons) }

  /// P(the shift has come) by the days asked for.
  package var by: [(day: CivilDay, probability: Double)] { chances(by: asked) }

  /// The days asked for with the lengths that they would make.
  var byDays: [(day: CivilDay, length: Double)] { input.lengths(by: asked) }

  func chances(by days: [CivilDay]) -> [(day: CivilDay, probability: Double)] {
    guard case .success(let conditional) = forecast.conditional else { return [] }
    return input.lengths(by: days).filter { $0.length > 0 }.map { day, length in
      (day, conditional.law.cdf(length))
    }
  }

  /// How such intervals held: for lengths in years those of eras and model families, for shorter units
  /// those of release trains.
  var coverageOfKind: MeasuredCoverage {
    if forecast.method == .bma { return .phasesByClass }
    return input.unit == .year ? .phases : .releases
  }
}
