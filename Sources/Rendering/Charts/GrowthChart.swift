import EventModel
import Foundation
import JSONText
import Querying

/// What is claimed of a metric over time on a logarithmic scale, the slope of its trend, and the forecast
/// of a year ahead with its intervals.
struct GrowthChart {
  private struct Point {
    let day: CivilDay
    let value: Double
    let name: String

    init?(_ row: JSON) {
      guard let day = row["day"]?.string.flatMap({ CivilDay($0) }),
        let value = row["value"]?.double,
        value > 0
      else { return nil }
      (self.day, self.value) = (day, value)
      let sign = row["bound"]?.string.map { "\($0.replacing("_", with: " ")) " } ?? ""
      name = "\(row["actor"]?.string ?? ""), \(day): \(sign)\(ValueScale.short(value))"
    }
  }

  /// The law of the value on a day.
  private struct Ahead {
    let day: CivilDay
    let median: Double
    let intervals: [(level: String, low: Double, high: Double)]

    init?(_ json: JSON?) {
      guard let json, let day = json["date"]?.string.flatMap({ CivilDay($0) }),
        let median = json["median"]?.double
      else { return nil }
      (self.day, self.median) = (day, median)
      intervals = ["95", "80", "50"].compactMap { level in
        let ends = (json["intervals"]?[level]?.elements ?? []).compactMap(\.double)
        return ends.count == 2 ? (level, ends[0], ends[1]) : nil
      }
    }
  }

  private let options: Figure.Options
  private let heading: String
  private let unit: String
  private let asOf: CivilDay?
  private let facts: [Point]
  private let bounds: [Point]
  private let said: [Point]
  private let ahead: Ahead?
  private let growth: Double?
  private let words: String

  init?(_ document: Document, _ options: Figure.Options) {
    let json = document.json
    func points(_ key: String) -> [Point] { (json[key]?.elements ?? []).compactMap(Point.init) }
    (facts, bounds, said) = (points("observations"), points("bounds"), points("forecasts"))
    guard !(facts + bounds + said).isEmpty else { return nil }
    self.options = options
    heading = document.title ?? "growth"
    unit = json["unit"]?.string ?? ""
    asOf = json["asOf"]?.string.flatMap { CivilDay($0) }
    ahead = Ahead(json["forecast"])
    growth = json["trend"]?["growthPerYear"]?.double
    words = document.parts.compactMap { part in
      if case .paragraph(let text) = part { text } else { nil }
    }.joined(separator: "; ")
  }

  var figure: Figure {
    let (top, foot, left) = (40.0, options.isNarrow ? 220.0 : 280.0, 52.0)
    let right = options.width - 16
    let known = (facts + bounds).map { min($0.day, asOf ?? $0.day) }
    let days = known + said.map(\.day) + [ahead?.day].compactMap(\.self)
    let values =
      (facts + bounds + said).map(\.value) + (ahead?.intervals ?? []).flatMap { [$0.low, $0.high] }
    let time = TimeScale(days.min()!, days.max()!, left: left + 10, right: right - 70)
    let scale = ValueScale(
      logarithmic: values.min()!...values.max()!, start: foot, end: top)
    func place(_ point: Point) -> (x: Double, y: Double) {
      (time.x(min(point.day, asOf ?? point.day)), scale.place(point.value))
    }
    var nodes = Node.axis(scale, left: left, right: right, ValueScale.short)
    nodes += Node.axis(time, labels: foot + 18, from: top, to: foot + 4)
    nodes += fan(time, scale)
    if let line = slope(time, scale) { nodes.append(line) }
    nodes += facts.map { point in
      let (x, y) = place(point)
      return .path(
        Path.circle(x, y, radius: 3.5), "dot", [Attribute("data-value", "\(point.value)")],
        title: point.name)
    }
    nodes += bounds.map { point in
      let (x, y) = place(point)
      return .path(
        Path.polygon([(x - 4, y - 3), (x + 4, y - 3), (x, y + 4)]), "dot hollow",
        title: "a bound: \(point.name)")
    }
    nodes += said.map { point in
      let (x, y) = (time.x(point.day), scale.place(point.value))
      return .path(
        Path.polygon([(x, y - 4), (x + 4, y), (x, y + 4), (x - 4, y)]), "dot hollow",
        title: "said ahead: \(point.name)")
    }
    if let asOf, time.shows(asOf) {
      nodes.append(.asOfLine(asOf, time.x(asOf), top: top, foot: foot))
    }
    nodes += labels(time, scale)
    return Figure(
      "growth", title: heading, sentence: sentence, width: options.width, height: foot + 44,
      nodes + legend(foot + 38))
  }

  private var sentence: String {
    words.isEmpty ? "\(Numerals.counted(facts.count, "observation"))." : "\(words)."
  }

  /// From the last observation to the intervals of a year later.
  private func fan(_ time: TimeScale, _ scale: ValueScale) -> [Node] {
    guard let ahead, let last = facts.max(by: { $0.day < $1.day }) else { return [] }
    let start = (x: time.x(min(last.day, asOf ?? last.day)), y: scale.place(last.value))
    let x = time.x(ahead.day)
    let classes: [String: StaticString] = ["95": "band b95", "80": "band b80", "50": "band b50"]
    return ahead.intervals.map { level, low, high in
      .path(
        Path.polygon([start, (x, scale.place(high)), (x, scale.place(low))]), classes[level]!,
        [
          Attribute("data-level", level), Attribute("data-low", "\(low)"),
          Attribute("data-high", "\(high)"),
        ], title: "\(level) %: \(ValueScale.short(low)) to \(ValueScale.short(high)) \(unit)")
    } + [
      .line(start.x, start.y, x, scale.place(ahead.median), "median")
    ]
  }

  /// Least squares go through the mean of the observations, with the slope that is told.
  private func slope(_ time: TimeScale, _ scale: ValueScale) -> Node? {
    guard let growth, growth > 0, let first = facts.map(\.day).min(),
      let last = facts.map(\.day).max(), first < last
    else { return nil }
    let count = Double(facts.count)
    let day = facts.map { Double($0.day.number) }.reduce(0, +) / count
    let level = facts.map { log($0.value) }.reduce(0, +) / count
    let points = [first, last].map { at in
      let value = exp(level + log(growth) * (Double(at.number) - day) / 365.25)
      return (x: time.x(min(at, asOf ?? at)), y: scale.place(value))
    }
    return .path(
      Path.open(points), "trend", title: "the trend: × \(ValueScale.short(growth)) a year")
  }

  /// The last value and the median ahead, by their points.
  private func labels(_ time: TimeScale, _ scale: ValueScale) -> [Node] {
    guard let ahead else {
      guard let last = facts.max(by: { $0.day < $1.day }) else { return [] }
      return [
        .label(
          ValueScale.short(last.value), time.x(min(last.day, asOf ?? last.day)) + 8,
          scale.place(last.value) + 4)
      ]
    }
    return [
      .label(
        ValueScale.short(ahead.median), time.x(ahead.day) + 6, scale.place(ahead.median) + 4,
        "strong")
    ]
  }

  private func legend(_ y: Double) -> [Node] {
    let items: [(String, StaticString, Bool)] = [
      ("observed", "dot", !facts.isEmpty), ("a bound", "dot hollow", !bounds.isEmpty),
      ("said ahead", "dot hollow", !said.isEmpty), ("trend", "trend", growth != nil),
      ("50, 80, 95 %", "band b80", ahead != nil),
    ]
    var x = 8.0
    return items.filter(\.2).flatMap { label, names, _ -> [Node] in
      let drawing: Node =
        switch label {
        case "observed": .path(Path.circle(x + 6, y - 4, radius: 3.5), names)
        case "a bound": .path(Path.polygon([(x + 2, y - 7), (x + 10, y - 7), (x + 6, y)]), names)
        case "said ahead":
          .path(Path.polygon([(x + 6, y - 8), (x + 10, y - 4), (x + 6, y), (x + 2, y - 4)]), names)
        case "trend": .path(Path.open([(x, y - 4), (x + 12, y - 4)]), names)
        default: .rect(x, y - 9, 12, 10, names)
        }
      let node = Node.label(label, x + 16, y)
      x += 26 + TextWidth.of(label)
      return [drawing, node]
    }
  }
}
