extension PhaseForecast {
  /// The forecast's figures with their formulas and inputs, in the order in which they depend on
  /// each other.
  package var derivations: [Derivation] {
    leastSquares + dataOnlyInterval + trend + mixture + notYet
  }

  private var leastSquares: [Derivation] {
    guard let fit else { return [] }
    return [
      Derivation(
        figure: "ratio", formula: "exp(−b), b the least-squares slope of ln duration per phase",
        inputs: [("b", fit.slope)], value: fit.ratio),
      Derivation(
        figure: "next duration", formula: "exp(ȳ + b·(n + 1)/2)",
        inputs: [("ȳ", fit.meanLog), ("b", fit.slope), ("n", Double(fit.count))],
        value: fit.predicted()),
    ]
  }

  private var dataOnlyInterval: [Derivation] {
    guard let fit, let dataOnly = try? dataOnly.get() else { return [] }
    return [
      Derivation(
        figure: "data-only upper end of 80 %",
        formula: "exp(μ + t₀.₉(n − 2)·s·√(1 + h)), h = 1/n + (n + 1 − k̄)²/Sxx",
        inputs: [
          ("μ", dataOnly.law.components[0].t.mu), ("n", Double(fit.count)),
          ("s", fit.residualSD), ("h", fit.leverage()), ("Sxx", fit.sxx),
        ],
        value: dataOnly.intervals.eighty.upperBound)
    ]
  }

  private var mixture: [Derivation] {
    // Those of the reference class are numbered 1 and 0, as its formulas have them.
    let names =
      (referenceClass == nil ? [] : ["₁", "₀"]) + ["₂", "₃", "₄", "₅", "₆", "₇", "₈", "₉"]
    let inputs = zip(names, law.components).flatMap { name, part in
      [
        (name == "₁" ? "w" : "w\(name)", part.weight), ("μ\(name)", part.t.mu),
        ("σ\(name)", part.t.scale), ("ν\(name)", part.t.df),
      ]
    }
    return [
      Derivation(
        figure: "median", formula: "F(x) = ½, F = Σ wᵢ·t(νᵢ; (ln x − μᵢ)/σᵢ)", inputs: inputs,
        value: law.median)
    ]
  }

  private var trend: [Derivation] {
    guard let forecast = referenceClass else { return [] }
    let isAlone = method == .bma
    return [
      Derivation(
        figure: "weight of the trend model",
        formula: isAlone ? "1/(1 + exp(ln ML₀ − ln ML₁))" : "exp(ln ML₁)/Σ exp(ln MLᵢ)",
        inputs: [("ln ML₀", forecast.flat.logMarginal), ("ln ML₁", forecast.trend.logMarginal)],
        value: weightTrend),
      Derivation(
        figure: "slope of the trend model", formula: "(Sxx·b + κ₀·b₀)/(Sxx + κ₀)",
        inputs: [
          ("Sxx", fit?.sxx ?? 0), ("b", fit?.slope ?? 0),
          ("κ₀", forecast.prior.trend.slope?.precision ?? 0),
          ("b₀", forecast.prior.trend.slope?.mean ?? 0),
        ],
        value: forecast.trend.slope),
    ]
  }

  private var notYet: [Derivation] {
    guard let conditional = try? conditional?.get() else { return [] }
    let passed = law.cdf(conditional.elapsed)
    return conditional.pBy.map { by in
      Derivation(
        figure: "P(ended by \(rounded(by.horizon)))", formula: "(F(t) − F(c))/(1 − F(c))",
        inputs: [
          ("t", by.horizon), ("c", conditional.elapsed),
          ("F(t)", law.cdf(by.horizon)), ("F(c)", passed),
        ],
        value: by.probability)
    }
  }
}
