import Forecasting
import Testing

@Suite struct PhaseForecastPropertyTests {
  /// Every figure of a forecast, refusals left out.
  static func figures(_ forecast: PhaseForecast) -> [Double] {
    func of(_ intervals: Intervals) -> [Double] {
      ends(intervals.fifty) + ends(intervals.eighty) + ends(intervals.ninetyFive)
    }
    var all: [Double] = []
    if let fit = forecast.fit {
      all += [fit.ratio, fit.slope, fit.residualSD, fit.predicted(), fit.predicted(ahead: 2)]
    }
    if let dataOnly = try? forecast.dataOnly.get() {
      all += [dataOnly.ratio, dataOnly.median] + ends(dataOnly.ratioInterval)
      all += of(dataOnly.intervals)
    }
    if let envelope = try? forecast.roundingEnvelope.get() { all += ends(envelope.range) }
    all += [forecast.weightTrend, forecast.law.median] + of(forecast.law.intervals)
    if let reference = forecast.referenceClass {
      all += [reference.weightTrend, reference.law.median] + of(reference.law.intervals)
    }
    if let conditional = try? forecast.conditional?.get() {
      all += [conditional.median] + of(conditional.intervals)
      all += conditional.pBy.map(\.probability)
    }
    let baselines = forecast.baselines
    for baseline in [
      baselines.lastValue, baselines.noTrend, baselines.poisson, baselines.gott,
      baselines.plugInGeometric, .success(baselines.weightedLevel),
    ] {
      if let baseline = try? baseline.get() { all += [baseline.median] + of(baseline.intervals) }
    }
    all.append(forecast.accumulation.probabilityOfNever)
    if let plugIn = forecast.accumulation.plugIn { all.append(plugIn) }
    let tests = forecast.tests
    if let mann = try? tests.mann.get() { all += [mann.statistic, mann.z, mann.p, mann.smallestP] }
    if let test = try? tests.laplace.get() { all += [test.statistic, test.p] }
    if let test = try? tests.lewisRobinson.get() { all += [test.statistic, test.p] }
    if let test = try? tests.militaryHandbook.get() { all += [test.statistic, test.p] }
    if let test = try? tests.andersonDarling.get() { all += [test.statistic, test.p] }
    return all
  }

  static let extremes: [Double] = [
    .leastNonzeroMagnitude, .leastNormalMagnitude / 64, .leastNormalMagnitude, 1e-300, 1e-9, 1,
    1 + 1e-15, 3, 1e9, 1e300,
    .greatestFiniteMagnitude,
  ]

  static func check(_ durations: [Double], elapsed: Double?) throws {
    let stated = durations.enumerated().map { i, value in
      PhaseLength(
        value, roundedTo: i % 3 == 0 && (1e-300..<1e300).contains(value) ? value / 4 : nil)
    }
    let forecast = try PhaseForecast(
      durations: stated, elapsed: elapsed, horizons: [1e-300, 1, 1e300])
    for figure in figures(forecast) {
      #expect(figure.isFinite, "\(durations.prefix(8)) \(String(describing: elapsed))")
    }
    for probability in (try? forecast.conditional?.get())?.pBy ?? [] {
      #expect((0...1).contains(probability.probability))
    }
    #expect(!forecast.warnings.map(\.sentence).contains(""))
  }

  @Test func `No positive durations, however absurd, give a figure that is not finite`() throws {
    var generator = SplitMix64(seed: 5)
    for round in 0..<400 {
      let count = 1 + Int(generator.next() % 12)
      let durations = (0..<count).map { _ in
        round % 2 == 0
          ? Self.extremes[Int(generator.next() % UInt64(Self.extremes.count))]
          : Double(sign: .plus, exponent: Int(generator.next() % 2000) - 1000, significand: 1.5)
      }
      let elapsed = [nil, 0, .leastNonzeroMagnitude, 1, 1e300][round % 5]
      try Self.check(durations, elapsed: elapsed)
    }
  }

  @Test func `Equal durations of any length are forecast or refused`() throws {
    for value in Self.extremes {
      for count in [1, 2, 3, 50] {
        try Self.check(Array(repeating: value, count: count), elapsed: value)
      }
    }
  }

  @Test func `Ten thousand durations are taken, one more is refused`() throws {
    var generator = SplitMix64(seed: 9)
    let durations = (0..<10_000).map { _ in generator.gamma(shape: 0.5) * 100 + 1e-12 }
    try Self.check(durations, elapsed: 3)
    let tooMany = (durations + [1]).map { PhaseLength($0) }
    #expect(throws: FigureRefusal.tooMany(count: 10_001, limit: 10_000)) {
      try PhaseForecast(durations: tooMany)
    }
  }

  @Test func `What is no duration is refused with its place`() {
    for bad in [0, -1, Double.nan, Double.infinity, -Double.infinity] {
      #expect(throws: FigureRefusal.self) {
        try PhaseForecast(durations: [PhaseLength(1), PhaseLength(bad)])
      }
    }
    #expect(throws: FigureRefusal.noDurations) { try PhaseForecast(durations: []) }
    #expect(throws: FigureRefusal.badElapsed(-1)) {
      try PhaseForecast(durations: [PhaseLength(1)], elapsed: -1)
    }
    #expect(throws: FigureRefusal.badRounding(position: 1, roundedTo: 0)) {
      try PhaseForecast(durations: [PhaseLength(1, roundedTo: 0)])
    }
    #expect(throws: FigureRefusal.badHorizon(0)) {
      try PhaseForecast(durations: [PhaseLength(1)], horizons: [0])
    }
  }

  @Test func `A change of unit changes nothing but the unit`() throws {
    let years = [3.2, 7.5, 2.0, 1.1, 0.9]
    let one = try PhaseForecast(durations: years.map { PhaseLength($0) }, elapsed: 0.5)
    let other = try PhaseForecast(
      durations: years.map { PhaseLength($0 * 365.25) }, elapsed: 0.5 * 365.25)
    let median = try #require(try one.conditional?.get()).median
    #expect(agree(try #require(try other.conditional?.get()).median, median * 365.25, within: 1e-9))
    #expect(agree(one.weightTrend, other.weightTrend, within: 1e-9))
  }

  @Test func `Probabilities and quantiles of a law are each other's inverse`() throws {
    let forecast = try PhaseForecast(durations: stages, elapsed: 2)
    for law in [forecast.law, try #require(try forecast.conditional?.get()).law] {
      for p in [0.001, 0.025, 0.3, 0.5, 0.9, 0.999] {
        let quantile = law.quantile(p)
        #expect(agree(law.cdf(quantile), p, within: 1e-12))
        #expect(agree(law.survival(quantile), 1 - p, within: 1e-12))
      }
    }
  }

  @Test func `The same input gives the same forecast`() throws {
    let one = try PhaseForecast(durations: stages, elapsed: 0.45, horizons: [1, 2, 3])
    let other = try PhaseForecast(durations: stages, elapsed: 0.45, horizons: [1, 2, 3])
    #expect(one == other)
  }
}
