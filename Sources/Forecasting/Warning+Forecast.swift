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
    if let fit = forecast.fit, fit.ratio > 1 {
      warnings.append(.ratioLawHasNoDemonstratedAdvantage(ratio: fit.ratio))
    }
    if count < 5 { warnings.append(.mostlyReferenceClass(count: count)) }
    let law = forecast.referenceClass.law
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
