import CBoostMath

extension LogLinearFit {
  /// What all phases after the last completed one add up to if each were as the line says,
  /// e^μ(n+1)/(1 − e^slope); nil when phases do not shorten.
  public var remaining: Double? {
    slope < 0 ? bounded(predicted() / (1 - exp(slope))) : nil
  }

  /// Its confidence interval by the delta method on ln remaining, with Student's t.
  /// - Throws: as `law(ahead:)`; `.slopeUncertain` when phases do not shorten.
  public func remainingInterval(level: Double = 0.95) throws(Refusal) -> ClosedRange<Double> {
    _ = try law()
    guard let remaining else { throw .slopeUncertain }
    let n = Double(count)
    let gradient = (n + 1) / 2 + exp(slope) / (1 - exp(slope))
    let error = residualSD * (1 / n + gradient * gradient / sxx).squareRoot()
    let half = annals_t_quantile(n - 2, (1 + level) / 2) * error
    return boundedExp(log(remaining) - half)...boundedExp(log(remaining) + half)
  }
}
