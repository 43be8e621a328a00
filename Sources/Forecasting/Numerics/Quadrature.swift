/// Double-exponential quadrature (Takahasi and Mori 1974): the trapezoidal rule after a change of
/// variable that makes a smooth integrand decay doubly exponentially.
enum Quadrature {
  private static let step = 1.0 / 16

  /// ∫ f over the whole line, for f that varies on the scale of 1: x = sinh(π/2·sinh t).
  static func line(_ f: (Double) -> Double) -> Double {
    sum(limit: 4.5) { t in
      let inner = Double.pi / 2 * sinh(t)
      return f(sinh(inner)) * cosh(inner) * Double.pi / 2 * cosh(t)
    }
  }

  /// ∫ f over (0, ∞), for f that varies on the scale of 1: x = exp(π/2·sinh t).
  static func halfLine(_ f: (Double) -> Double) -> Double {
    sum(limit: 4) { t in
      let x = exp(Double.pi / 2 * sinh(t))
      return f(x) * x * Double.pi / 2 * cosh(t)
    }
  }

  /// ∫ f over [a, b]: x = (a + b)/2 + (b − a)/2·tanh(π/2·sinh t).
  static func interval(_ a: Double, _ b: Double, _ f: (Double) -> Double) -> Double {
    let half = (b - a) / 2
    return half
      * sum(limit: 3.5) { t in
        let inner = Double.pi / 2 * sinh(t)
        let decay = cosh(inner)
        return f(a + half + half * sinh(inner) / decay) * Double.pi / 2 * cosh(t)
          / (decay * decay)
      }
  }

  private static func sum(limit: Double, _ term: (Double) -> Double) -> Double {
    let count = Int(limit / step)
    var total = 0.0
    for i in -count...count {
      let value = term(Double(i) * step)
      if value.isFinite { total += value }
    }
    return total * step
  }

  private static func sinh(_ x: Double) -> Double { (exp(x) - exp(-x)) / 2 }
  private static func cosh(_ x: Double) -> Double { (exp(x) + exp(-x)) / 2 }
}
