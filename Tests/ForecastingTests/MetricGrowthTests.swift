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

  @Test func `A cadence counts the gaps that were shorter than the running one`() throws {
    let cadence = try ReleaseCadence(days: [0, 100, 150, 250, 400], asOf: 520)
    #expect(cadence.gaps == [100, 50, 100, 150])
    #expect(cadence.medianGap == 100)
    #expect(cadence.sinceLast == 120)
    #expect(cadence.shorterGaps == 0.75)
  }
}
