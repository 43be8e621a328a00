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

  /// Throws a ``FigureRefusal`` for what cannot be forecast from at all.
  /// `adding` and `without` name members of the reference class to put in and to leave out.
  package init(
    _ input: ForecastInput, method: BacktestMethod? = nil, adding: [ReferenceSequence] = [],
    without: [String] = []
  ) throws(FigureRefusal) {
    self.input = input
    self.method = method
    let isClassAlone = method == .bma
    let prior = Result { () throws(FigureRefusal) in
      try input.prior(adding: adding, without: without)
    }
    let known = isClassAlone ? try prior.get() : try? prior.get()
    let standing: BacktestMethod = isClassAlone ? .bma : .average
    let horizons = input.horizons.compactMap { day in
      input.began.map { input.unit.count(from: $0, to: day) }
    }.filter { $0 > 0 }
    let boundaries = input.lengthsByBoundaries.map { lengths in
      lengths.reduce(into: [0.0]) { $0.append($0.last! + $1) }
    }
    forecast = try PhaseForecast(
      durations: input.durations, elapsed: input.elapsed, horizons: horizons,
      boundaries: boundaries, prior: known, by: standing)
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

  /// P(the shift has come) for the first days of the coming years.
  package var pBy: [(day: CivilDay, probability: Double)] {
    guard case .success(let conditional) = forecast.conditional else { return [] }
    let days = input.horizons.filter { day in input.began.map { $0 < day } ?? false }
    return zip(days, conditional.pBy).map { ($0, $1.probability) }
  }

  /// How such intervals held: for lengths in years those of eras and model families, for shorter units
  /// those of release trains.
  var coverageOfKind: MeasuredCoverage {
    if forecast.method == .bma { return .phasesByClass }
    return input.unit == .year ? .phases : .releases
  }
}
