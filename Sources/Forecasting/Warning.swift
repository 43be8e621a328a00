/// What a reader must know before using a forecast.
package enum Warning: Sendable, Equatable {
  /// No trend test can be significant with so few phases; `smallestP` is the best possible p.
  case trendCannotBeSignificant(count: Int, smallestP: Double)
  /// The residual is zero: the data carry no information on noise.
  case zeroResidual
  /// The stated lengths span `stated`, the boundaries `observed`.
  case lengthsContradictBoundaries(stated: Double, observed: Double)
  /// A law by which each phase is shorter (or longer) than the one before by this ratio.
  case ratioLawHasNoDemonstratedAdvantage(ratio: Double)
  /// Fewer than five phases: the intervals rest mostly on the reference class.
  case mostlyReferenceClass(count: Int)
  /// The 95 % interval's ends differ by this factor.
  case veryWide(factor: Double)
  /// The current phase has outlasted the law's 95 % point.
  case outlasted(elapsed: Double, upper: Double)
  /// A date at which shortening phases add up is printed.
  case accumulation(probabilityOfNever: Double)
  /// No prior could be fitted, so the models of the reference class take no part.
  case noReferenceClass
  /// A quantile left the range of numbers and was clamped.
  case beyondNumbers

  /// One sentence for people.
  package var sentence: String {
    switch self {
    case .trendCannotBeSignificant(let count, let p):
      "with \(count) phases the best possible p of Mann's trend test is \(rounded(p)): no trend "
        + "test can be significant for this sequence"
    case .zeroResidual:
      "the lengths lie exactly on a geometric law, as rounded figures may; they say nothing "
        + "about the noise, so no interval can come from these data alone"
    case .lengthsContradictBoundaries(let stated, let observed):
      "the stated lengths add up to \(rounded(stated)), but the boundaries are "
        + "\(rounded(observed)) apart: the two accounts contradict each other"
    case .ratioLawHasNoDemonstratedAdvantage(let ratio):
      "“each phase \(Self.change(ratio))” has no demonstrated forecasting advantage: forecast without "
        + "look-ahead on 23 real dated sequences, such laws did worse than assuming no trend"
    case .mostlyReferenceClass(let count):
      "with \(count) \(count == 1 ? "phase" : "phases") the interval rests mostly on the "
        + "reference class"
    case .veryWide(let factor):
      "the 95 % interval spans a factor of \(rounded(factor)): these data hardly constrain it"
    case .outlasted(let elapsed, let upper):
      "this law has failed already: the current phase has lasted \(rounded(elapsed)), beyond "
        + "\(rounded(upper)), by which the law expected its end with 97.5 %"
    case .accumulation(let never):
      "phases that go on shortening would add up to a date (“singularity”); with probability "
        + "\(rounded(never)) these never do; Panov’s forecast of 2004 passed without it"
    case .noReferenceClass:
      "too few sequences were known by then for a prior: the forecast rests on the level of these "
        + "phases alone"
    case .beyondNumbers:
      "some quantiles lie beyond the range of numbers and are shown at its end"
    }
  }
}

extension Warning {
  /// What a ratio of a phase to the next says: `9 % shorter`, `1/2 of the one before`.
  package static func change(_ ratio: Double) -> String {
    let percent = Int((100 * (1 / ratio - 1)).rounded())
    if ratio >= 1.995 { return "1/\(rounded(ratio)) of the one before" }
    if ratio <= 0.501 { return "\(rounded(1 / ratio)) times the one before" }
    if percent == 0 { return "as long as the one before" }
    return "\(abs(percent)) % \(percent < 0 ? "shorter" : "longer") than the one before"
  }
}

/// Three significant digits, as a sentence wants them.
func rounded(_ x: Double) -> String {
  guard x.isFinite, x != 0 else { return "\(x)" }
  var step = 1.0
  while x.magnitude / step >= 1000, step < 1e300 { step *= 10 }
  while x.magnitude / step < 100, step > 1e-300 { step /= 10 }
  let value = (x / step).rounded()
  let shown = step >= 1 ? value * step : value / (1 / step).rounded()
  return shown == shown.rounded() && shown.magnitude < 1e15 ? "\(Int(shown))" : "\(shown)"
}

extension Warning {
  /// The warnings a forecast deserves, in a fixed order.
  static func about(_ forecast: PhaseForecast, boundaries: [Double]?) -> [Warning] {
    var warnings: [Warning] = []
    let count = forecast.durations.count
    if forecast.dataOnly == .failure(.zeroResidual) { warnings.append(.zeroResidual) }
    if case .success(let mann) = forecast.tests.mann, mann.smallestP > 0.05 {
      warnings.append(.trendCannotBeSignificant(count: count, smallestP: mann.smallestP))
    }
    if let boundaries, let first = boundaries.first, let last = boundaries.last {
      let stated = forecast.durations.reduce(0) { $0 + $1.value }
      if (stated - (last - first)).magnitude > 0.02 * stated {
        warnings.append(.lengthsContradictBoundaries(stated: stated, observed: last - first))
      }
    }
    if let fit = forecast.fit, fit.ratio > 1, forecast.weightTrend >= 0.25 {
      warnings.append(.ratioLawHasNoDemonstratedAdvantage(ratio: fit.ratio))
    }
    if forecast.referenceClass == nil {
      warnings.append(.noReferenceClass)
    } else if count < 5 {
      warnings.append(.mostlyReferenceClass(count: count))
    }
    let law = forecast.law
    let wide = law.intervals.ninetyFive
    if wide.upperBound / wide.lowerBound > 20 {
      warnings.append(.veryWide(factor: bounded(wide.upperBound / wide.lowerBound)))
    }
    if let elapsed = forecast.elapsed, elapsed > wide.upperBound {
      warnings.append(.outlasted(elapsed: elapsed, upper: wide.upperBound))
    }
    if wide.upperBound >= .greatestFiniteMagnitude || wide.lowerBound <= .leastNonzeroMagnitude {
      warnings.append(.beyondNumbers)
    }
    return warnings
  }
}
