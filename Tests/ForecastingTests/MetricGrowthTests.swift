import Forecasting
import Testing

@Suite struct MetricGrowthTests {
  static func observations(_ rows: [JSONNode], _ value: String) -> [Observation] {
    rows.map {
      Observation(
        day: Double(ReferenceClassTests.day($0["date"].text)), value: $0[value].number)
    }.sorted { $0.day < $1.day }
  }

  static func expect(_ trend: GrowthTrend, _ expected: JSONNode) {
    #expect(Double(trend.count) == expected["n"].number)
    let doubling = trend.doublingDays ?? .nan
    #expect(agree(doubling, expected["doubling_days"].number, within: 1e-9))
    if let interval = trend.doublingInterval() {
      #expect(agree(ends(interval), expected["ci95_days"].numbers, within: 1e-9))
    }
    #expect(agree(trend.r2, expected["r2"].number, within: 1e-9))
    #expect(agree(trend.growthPerYear, expected["growth_per_year"].number, within: 1e-9))
    let growth = expected["growth_per_year_ci95"].numbers
    if !growth.isEmpty { #expect(agree(ends(trend.growthInterval()), growth, within: 1e-9)) }
    #expect(agree(trend.residualSD, expected["residual_sd"].number, within: 1e-9))
  }

  @Test(.enabled(if: Fixture.isPresent, "no ../shared beside the package"))
  func `METR's time horizon doubles in the published times`() throws {
    let fixture = try Fixture("metr_time_horizon_doubling")
    let rows = fixture.data["rows"].items.filter { $0["sota"].isTrue }
    for key in ["p50", "p80"] {
      let all = Self.observations(rows, key)
      let recent = all.filter { $0.day >= Double(ReferenceClassTests.day("2023-01-01")) }
      Self.expect(try GrowthTrend(all), fixture.expected["computed"]["\(key)_all"])
      Self.expect(try GrowthTrend(recent), fixture.expected["computed"]["\(key)_2023on"])
    }
    let all = try GrowthTrend(Self.observations(rows, "p50"))
    #expect(agree(all.doublingDays ?? .nan, 187.778, within: 5e-4))
  }

  @Test(.enabled(if: Fixture.isPresent, "no ../shared beside the package"))
  func `Frontier compute doubles every 165 days`() throws {
    let fixture = try Fixture("epoch_frontier_compute_doubling")
    let trend = try GrowthTrend(Self.observations(fixture.data["rows"].items, "flop"))
    Self.expect(trend, fixture.expected["computed"])
    #expect(trend.doublingDays?.rounded() == 165)
  }

  @Test(.enabled(if: Fixture.isPresent, "no ../shared beside the package"))
  func `Notable compute doubles as fast as its era says`() throws {
    let fixture = try Fixture("epoch_notable_compute_doubling")
    let all = Self.observations(fixture.data["rows"].items, "flop")
    for (period, expected) in fixture.expected["computed"].fields {
      let from = Double(ReferenceClassTests.day(String(period.prefix(10))))
      let to = Double(ReferenceClassTests.day(String(period.suffix(10))))
      let trend = try GrowthTrend(all.filter { from <= $0.day && $0.day < to })
      Self.expect(trend, expected)
    }
  }

  @Test(.enabled(if: Fixture.isPresent, "no ../shared beside the package"))
  func `Dates of reaching a level are Fieller's`() throws {
    let fixture = try Fixture("trend_crossing_dates")
    let metr = Self.observations(fixture.data["metr"].items, "p50")
    let recent = metr.filter { $0.day >= Double(ReferenceClassTests.day("2023-01-01")) }
    var cases = [
      (metr, fixture.expected["metr_all"], "crosses_10020_min", 10_020.0),
      (recent, fixture.expected["metr_2023on"], "crosses_10020_min", 10_020),
    ]
    for (name, rows) in fixture.data["revenue"].fields {
      let observations = Self.observations(rows.items, "usd")
      cases.append(
        (observations, fixture.expected["revenue"][name], "crosses_100bn", 100e9))
    }
    for (observations, expected, key, level) in cases {
      let trend = try GrowthTrend(observations)
      Self.expect(trend, expected)
      for (confidence, dates) in expected[key].fields {
        let crossing = try trend.reaches(level, confidence: try #require(Double(confidence)))
        let actual = [
          crossing.day, crossing.trend.lowerBound, crossing.trend.upperBound,
          crossing.observation.lowerBound, crossing.observation.upperBound,
        ]
        let wanted =
          [dates["median_date"]] + dates["trend_crossing_ci"].items
          + dates["single_observation_pi"].items
        for (day, date) in zip(actual, wanted) {
          let distance = (day - Double(ReferenceClassTests.day(date.text))).magnitude
          #expect(distance <= 1, "\(date.text) \(confidence)")
        }
      }
    }
  }

  /// Whether the 95 % interval held each crossing of 2, 5 and 10 times the highest value so far that
  /// did happen; series whose slope is not told from zero are left out, as the reference does.
  static func crossings(_ all: [Observation]) -> [Bool] {
    let values = Dictionary(all.map { ($0.day, $0.value) }, uniquingKeysWith: max)
    let series = values.sorted { $0.key < $1.key }.map { Observation(day: $0.key, value: $0.value) }
    var held: [Bool] = []
    for count in series.indices.dropFirst(5) {
      let past = Array(series[..<count])
      guard let trend = try? GrowthTrend(past), trend.isTold() else { continue }
      for factor in [2.0, 5, 10] {
        let level = past.map(\.value).max()! * factor
        guard let crossed = series.first(where: { $0.value >= level }),
          let forecast = try? trend.forecast(reaching: level)
        else { continue }
        held.append(
          forecast.earliest <= crossed.day && crossed.day <= forecast.latest ?? .infinity)
      }
    }
    return held
  }

  @Test(.enabled(if: Fixture.isPresent, "no ../shared beside the package"))
  func `Intervals of reaching a level hold six crossings of seven or more`() throws {
    let metr = try Fixture("metr_time_horizon_doubling").data["rows"].items
    var held = Self.crossings(Self.observations(metr.filter { $0["sota"].isTrue }, "p50"))
    #expect(held.count == 27)
    var record = 0.0
    let compute = Self.observations(
      try Fixture("epoch_notable_compute_doubling").data["rows"].items, "flop"
    ).filter { observation in
      let isRecord =
        observation.day >= Double(ReferenceClassTests.day("2010-01-01"))
        && observation.value > record
      if isRecord { record = observation.value }
      return isRecord
    }
    held += Self.crossings(compute)
    #expect(held.count >= 85)
    #expect(Double(held.count { $0 }) / Double(held.count) >= 0.85)
  }

  @Test func `A level is reached between days in order, or perhaps never`() throws {
    func trend(_ values: Double...) throws -> GrowthTrend {
      try GrowthTrend(values.enumerated().map { Observation(day: Double($0) * 365, value: $1) })
    }
    let clear = try trend(1, 2.1, 3.9, 8.2).forecast(reaching: 100)
    #expect(clear.earliest < clear.day)
    #expect(try #require(clear.latest) > clear.day)
    let unclear = try trend(1, 2, 1.5, 2.2).forecast(reaching: 10)
    #expect(unclear.earliest < unclear.day)
    #expect(unclear.latest == nil)
    #expect(throws: FigureRefusal.levelReached(day: 0)) {
      try trend(8, 4, 2.1, 1).forecast(reaching: 100)
    }
    #expect(throws: FigureRefusal.levelReached(day: 730)) {
      try trend(1, 2.1, 3.9, 8.2).forecast(reaching: 3)
    }
    #expect(throws: FigureRefusal.zeroResidual) { try trend(5, 5, 5).forecast(reaching: 9) }
  }

  @Test func `A metric that hardly moves reaches no level for certain`() throws {
    let values = [1.0, 1.2, 0.9, 1.1, 1.05].enumerated().map {
      Observation(day: Double($0), value: $1)
    }
    let trend = try GrowthTrend(values)
    #expect(trend.doublingInterval() == nil)
    #expect(throws: FigureRefusal.slopeUncertain) { try trend.reaches(100) }
  }

  @Test func `Metrics of any size give finite figures or none`() throws {
    for values in [[1e-300, 1, 1e300], [5, 5, 5], [1e300, 1, 1e-300], [1e300, 1e300, 1e300]] {
      let trend = try GrowthTrend(
        values.enumerated().map { Observation(day: Double($0), value: $1) })
      #expect(trend.growthPerYear.isFinite)
      #expect(trend.doublingDays?.isFinite ?? true)
      for end in ends(trend.growthInterval()) { #expect(end.isFinite) }
      if let law = try? trend.forecast(at: 400) { #expect(law.median.isFinite) }
      if let crossing = try? trend.reaches(10) { #expect(crossing.day.isFinite) }
    }
    #expect(throws: FigureRefusal.self) {
      try GrowthTrend([0.0, 1, 2].map { Observation(day: $0, value: $0) })
    }
  }
}
