import EventModel
import JSONText

/// One view of how long the current phase lasts: the forecast, the data alone, or a baseline. Lengths are
/// in the sequence's unit.
struct ForecastView {
  let name: String
  let median: Double
  /// The widest first.
  let intervals: [(level: String, low: Double, high: Double)]
  /// A baseline, which the forecast has to beat.
  let isGhost: Bool

  private init?(_ name: String, _ json: JSON?, isGhost: Bool = false) {
    guard let json, let median = json["median"]?.double else { return nil }
    intervals = ["95", "80", "50"].compactMap { level in
      let ends = (json["intervals"]?[level]?.elements ?? []).compactMap(\.double)
      return ends.count == 2 ? (level, ends[0], ends[1]) : nil
    }
    guard intervals.count == 3 else { return nil }
    (self.name, self.median, self.isGhost) = (name, median, isGhost)
  }

  /// Those of `annals.forecast/1`, the forecast itself first.
  static func views(_ json: JSON) -> [ForecastView] {
    let forecast =
      ForecastView("forecast", json["conditional"])
      ?? ForecastView("forecast", json["referenceClass"])
    let baselines = [
      ("weighted level", "weightedLevel"), ("last value", "lastValue"), ("no trend", "noTrend"),
      ("Poisson", "poisson"), ("Gott", "gott"),
    ]
    return [forecast, ForecastView("data only", json["dataOnly"])].compactMap(\.self)
      + baselines.compactMap { ForecastView($0, json["baselines"]?[$1], isGhost: true) }
  }

  func interval(_ level: String) -> (low: Double, high: Double)? {
    intervals.first { $0.level == level }.map { ($0.low, $0.high) }
  }

  /// Its bands and its median, between two heights.
  func draw(_ x: (Double) -> Double, top: Double, foot: Double, told: (Double) -> String) -> [Node]
  {
    let classes: [String: StaticString] = ["95": "band b95", "80": "band b80", "50": "band b50"]
    let shown = isGhost ? intervals.filter { $0.level == "80" } : intervals
    let bands = shown.map { level, low, high in
      let inset = isGhost ? (foot - top) / 3 : level == "95" ? 3.0 : level == "80" ? 1.5 : 0
      return Node.rect(
        x(low), top + inset, max(x(high) - x(low), 1), foot - top - 2 * inset,
        isGhost ? "ghost" : classes[level]!,
        [
          Attribute("data-level", level), Attribute("data-low", "\(low)"),
          Attribute("data-high", "\(high)"),
        ], title: "\(name), \(level) %: \(told(low)) to \(told(high))")
    }
    let tick = Node(
      "line",
      [
        .class("median"), Attribute("x1", x(median)), Attribute("y1", top),
        Attribute("x2", x(median)),
        Attribute("y2", foot), Attribute("data-median", "\(median)"),
      ], [Node("title", [], "\(name), median: \(told(median))")])
    return bands + [tick]
  }
}
