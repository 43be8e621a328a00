import CBoostMath

/// A geometric process fitted by least squares: ln(duration of phase k) = level + slope·k.
///
/// In a geometric process (Lam 1988) the durations X_k·a^(k−1) are independent and identically
/// distributed, so ln X_k is a straight line in k with slope −ln a and `ratio` = a: 2 means that
/// each phase is half as long as the one before.
package struct LogLinearFit: Sendable, Equatable {
  package let count: Int
  /// Mean of ln duration.
  package let meanLog: Double
  package let slope: Double
  /// Σ(k − k̄)² = n(n² − 1)/12.
  package let sxx: Double
  /// Sum of squared residuals of ln duration.
  package let sse: Double

  /// - Parameter logs: ln durations, oldest first.
  /// - Throws: `.tooFew` below two durations.
  package init(logs: [Double]) throws(FigureRefusal) {
    guard logs.count >= 2 else { throw .tooFew(count: logs.count, needed: 2) }
    let n = Double(logs.count)
    let center = (n + 1) / 2
    let mean = logs.reduce(0, +) / n
    count = logs.count
    meanLog = mean
    sxx = n * (n * n - 1) / 12
    var cross = 0.0
    for (i, y) in logs.enumerated() { cross += (Double(i + 1) - center) * (y - mean) }
    slope = cross / sxx
    var squares = 0.0
    for (i, y) in logs.enumerated() {
      let residual = y - mean - slope * (Double(i + 1) - center)
      squares += residual * residual
    }
    sse = squares
  }

  package var ratio: Double { boundedExp(-slope) }

  /// √(SSE/(n−2)); 0 for two durations.
  package var residualSD: Double { count > 2 ? (sse / Double(count - 2)).squareRoot() : 0 }

  /// The least-squares duration of the phase `ahead` after the last completed one (its median).
  package func predicted(ahead: Int = 1) -> Double { boundedExp(logMean(ahead: ahead)) }

  /// What a new observation `ahead` phases on adds to its variance, in units of σ²:
  /// 1/n + (n + m − k̄)²/Sxx.
  package func leverage(ahead: Int = 1) -> Double {
    1 / Double(count) + distance(ahead) * distance(ahead) / sxx
  }

  /// The exact Student-t prediction law of the phase `ahead` after the last completed one:
  /// exp(μ ± t_{n−2}·s·√(1 + leverage)).
  /// - Throws: `.tooFew` below three durations, `.zeroResidual` when they lie on the line.
  package func law(ahead: Int = 1) throws(FigureRefusal) -> DurationLaw {
    DurationLaw(
      StudentT(
        mu: logMean(ahead: ahead),
        scale: try noise() * (1 + leverage(ahead: ahead)).squareRoot(),
        df: Double(count - 2)))
  }

  /// The t confidence interval of the ratio, exp(−slope ± t·s/√Sxx).
  /// - Throws: as `law(ahead:)`.
  package func ratioInterval(level: Double) throws(FigureRefusal) -> ClosedRange<Double> {
    let t = annals_t_quantile(Double(count - 2), (1 + level) / 2)
    let half = t * (try noise()) / sxx.squareRoot()
    return boundedExp(-slope - half)...boundedExp(-slope + half)
  }

  func logMean(ahead: Int) -> Double { meanLog + slope * distance(ahead) }

  private func distance(_ ahead: Int) -> Double {
    Double(count) + Double(ahead) - (Double(count) + 1) / 2
  }

  /// The residual sd, refused when it is zero but for rounding in the last digits.
  private func noise() throws(FigureRefusal) -> Double {
    guard count >= 3 else { throw .tooFew(count: count, needed: 3) }
    guard residualSD > 1e-12 * (1 + meanLog.magnitude) else { throw .zeroResidual }
    return residualSD
  }
}

extension LogLinearFit {
  /// What all phases after the last completed one add up to if each were as the line says,
  /// e^μ(n+1)/(1 − e^slope); nil when phases do not shorten.
  package var remaining: Double? {
    slope < 0 ? bounded(predicted() / (1 - exp(slope))) : nil
  }

  /// Its confidence interval by the delta method on ln remaining, with Student's t.
  /// - Throws: as `law(ahead:)`; `.slopeUncertain` when phases do not shorten.
  package func remainingInterval(level: Double = 0.95) throws(FigureRefusal) -> ClosedRange<Double>
  {
    _ = try law()
    guard let remaining else { throw .slopeUncertain }
    let n = Double(count)
    let gradient = (n + 1) / 2 + exp(slope) / (1 - exp(slope))
    let error = residualSD * (1 / n + gradient * gradient / sxx).squareRoot()
    let half = annals_t_quantile(n - 2, (1 + level) / 2) * error
    return boundedExp(log(remaining) - half)...boundedExp(log(remaining) + half)
  }
}
