import Forecasting
import Testing

@Suite struct BacktestTests {
  static let backtest = Backtest()

  private func row(_ method: BacktestMethod, of backtest: Backtest = backtest) throws
    -> BacktestRow
  {
    try #require(backtest.rows.first { $0.method == method })
  }

  @Test func `The average beats every baseline on the dated sequences without look-ahead`() throws {
    let average = try row(.average)
    #expect(average.forecasts == 86)
    #expect(average.sequences == 23)
    #expect(average.meanCRPS <= 0.415)
    #expect((0.72...0.90).contains(average.coverage.eighty))
    #expect(average.range.contains(average.meanCRPS))
    #expect(average.averageIsBetter == nil)
    for baseline in [BacktestMethod.weightedLevel, .noTrend, .lastValue, .plugIn] {
      #expect(try row(baseline).meanCRPS > average.meanCRPS)
    }
    #expect(try #require(row(.bma).averageIsBetter) > 0.99)
  }

  @Test func `Forecasts made while a phase lasts are measured too`() throws {
    let average = try row(.average).midPhase
    #expect(average.forecasts == 97)
    #expect((0.70...0.90).contains(average.eighty))
  }

  @Test func `Without a prior the methods that need none are still scored`() throws {
    let release = ReferenceSequence(
      id: "mine", title: "", years: [1951, 1953, 1954, 1956, 1958, 1959], source: "")
    let priors = BacktestPriors(ReferenceClass([]), cut: .year, isNeeded: false)
    let backtest = Backtest(targets: [release], priors: priors)
    #expect(backtest.origins.map(\.priorSequences) == [0, 0])
    #expect(try row(.average, of: backtest).meanCRPS == row(.level, of: backtest).meanCRPS)
    #expect(!backtest.rows.map(\.method).contains(.bma))
    #expect(Backtest(targets: [release], priors: BacktestPriors(ReferenceClass([]))).rows.isEmpty)
  }

  @Test(.enabled(if: Fixture.isPresent, "no ../shared beside the package"))
  func `The average is as good as the simple rival on releases of products`() throws {
    // Every fourth one; `make bench ONLY=forecast` scores them all.
    let products = try Fixture.cadences().enumerated().filter { $0.offset % 4 == 0 }.map(\.element)
    let backtest = Backtest(
      targets: products, priors: BacktestPriors(cut: .year, isNeeded: false))
    let average = try row(.average, of: backtest)
    let rival = try row(.weightedLevel, of: backtest)
    #expect(average.sequences == 42)
    #expect(average.meanCRPS <= rival.meanCRPS + 0.003)
    #expect((0.78...0.90).contains(average.coverage.eighty))
    #expect(try #require(row(.bma, of: backtest).averageIsBetter) >= 0.99)
  }

  @Test(.enabled(if: Fixture.isPresent, "no ../shared beside the package"))
  func `Every method scores as the reference does`() throws {
    let expected = try Fixture("backtest_strict_as_of").expected
    let names: [BacktestMethod: String] = [
      .bma: "BMA", .trend: "EB geometric (NIG)", .flat: "EB no-trend",
      .noTrend: "no-trend t", .lastValue: "last value (log RW) t", .drift: "log RW + drift t",
      .leastSquares: "geometric OLS t", .plugIn: "geometric plug-in normal",
    ]
    for (method, name) in names {
      let row = try row(method)
      let wanted = expected["strict|\(name)"]["mean"].number
      #expect(agree(row.meanCRPS, wanted, within: 0.01), "\(name): \(row.meanCRPS)")
    }
  }

  @Test(.enabled(if: Fixture.isPresent, "no ../shared beside the package"))
  func `With the whole class as prior every sequence scores as the reference does`() throws {
    let expected = try Fixture("backtest_crps_real_sequences").expected
    let ids = expected["BMA trend/no-trend"]["per_sequence"].fields
    // The stated stages lie on a law: least squares refuses them, so all methods leave them out.
    let targets = ReferenceClass.embedded.members.filter {
      ids[$0.id] != nil && $0.id != "hit-nlp"
    }
    #expect(targets.count == 26)
    let names: [BacktestMethod: String] = [
      .bma: "BMA trend/no-trend", .trend: "EB geometric (NIG)", .flat: "EB no-trend",
      .noTrend: "no-trend t", .lastValue: "last value (log RW) t", .drift: "log RW + drift t",
      .leastSquares: "geometric OLS t", .plugIn: "geometric plug-in normal",
    ]
    let backtest = Backtest(targets: targets, priors: BacktestPriors(cut: .none), from: -.infinity)
    #expect(backtest.origins.count == 124)
    for (method, name) in names {
      let row = try row(method, of: backtest)
      let scores = targets.map { expected[name]["per_sequence"][$0.id].number }
      let wanted = scores.reduce(0, +) / 26
      #expect(agree(row.meanCRPS, wanted, within: 0.01), "\(name): \(row.meanCRPS)")
    }
  }

  @Test func `The measured coverage is that of the backtest`() throws {
    #expect(try row(.average).coverage == .phases)
    #expect(try row(.bma).coverage == .phasesByClass)
    #expect(MeasuredCoverage.phases.sentence.hasSuffix("intervals held 59, 83 and 95 %"))
  }

  @Test func `The same backtest gives the same numbers`() {
    #expect(Backtest() == Self.backtest)
  }
}
