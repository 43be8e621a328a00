import EventModel
import JSONText
import Querying

/// How often what was promised came true: the intervals of 50, 80 and 95 % against what fell into them,
/// and where in their laws the outcomes fell.
struct CalibrationChart {
  private struct Share {
    let promise: Double
    let count: Int
    let value: Double?
    /// Nil where there are too few to say.
    let range: (low: Double, high: Double)?
  }

  private let options: Figure.Options
  private let shares: [Share]
  private let histogram: [Int]
  private let tables: [(name: String, decided: Int, cameTrue: Int)]

  init?(_ document: Document, _ options: Figure.Options) {
    let json = document.json
    self.options = options
    shares = [0.5, 0.8, 0.95].map { promise in
      let figure = json["coverage\(Int(promise * 100))"]
      let ends = (figure?["interval"]?.elements ?? []).compactMap(\.double)
      return Share(
        promise: promise, count: Int(figure?["count"]?.integer ?? 0),
        value: figure?["value"]?.double,
        range: ends.count == 2 ? (ends[0], ends[1]) : nil)
    }
    histogram = (json["pit"]?.elements ?? []).compactMap { $0.integer.map { Int($0) } }
    tables = (json["tables"]?.elements ?? []).map { table in
      (
        table["table"]?.string ?? "", Int(table["cameTrue"]?["count"]?.integer ?? 0),
        Int(table["cameTrue"]?["value"]?.integer ?? 0)
      )
    }
  }

  private var decided: Int { shares[0].count }

  private var sentence: String {
    let told = shares.compactMap { share in
      share.value.map { "\(percent(share.promise)) intervals held \(percent($0))" }
    }
    let plain = tables.filter { $0.decided > 0 }.map {
      "of \(Numerals.counted($0.decided, "question")) without a law in “\($0.name)”, \($0.cameTrue) came true"
    }
    return
      (["\(Numerals.counted(decided, "decided question")) with a law"]
      + (told.isEmpty ? ["too few to say how well the intervals hold (20 are needed)"] : told)
      + plain)
      .joined(separator: "; ") + "."
  }

  private func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

  var figure: Figure {
    let half = options.isNarrow ? options.width : options.width / 2
    let (first, foot) = reliability(left: 52, right: half - 24, top: 56)
    let second =
      options.isNarrow
      ? outcomes(left: 52, right: half - 24, top: foot + 50)
      : outcomes(left: half + 52, right: options.width - 24, top: 56)
    return Figure(
      "calibration", title: "how the forecasts fared", sentence: sentence, width: options.width,
      height: (options.isNarrow ? foot + 50 + 200 : foot) + 42, first + second)
  }

  private func reliability(left: Double, right: Double, top: Double) -> ([Node], foot: Double) {
    let foot = top + 200
    let x = ValueScale(.linear, 0, 1, left, right)
    let y = ValueScale(.linear, 0, 1, foot, top)
    var nodes: [Node] = [.label("held, against promised", 8, top - 14, "strong")]
    nodes += [0, 0.5, 0.8, 0.95].flatMap { share -> [Node] in
      let isCrowded = share == 0.95 && right - left < 400
      return [
        .line(left, y.place(share), right, y.place(share), "grid"),
        .label(percent(share), left - 6, y.place(share) + 4, "tick", anchor: .end),
      ]
        + (isCrowded
          ? [] : [.label(percent(share), x.place(share), foot + 18, "tick", anchor: .middle)])
    }
    nodes.append(.line(left, foot, right, top, "rule"))
    for share in shares {
      guard let value = share.value else { continue }
      let at = x.place(share.promise)
      if let range = share.range {
        nodes.append(.line(at, y.place(range.low), at, y.place(range.high), "whisker"))
      }
      nodes.append(
        .path(
          Path.circle(at, y.place(value), radius: 4), "dot", [Attribute("data-value", "\(value)")],
          title: "\(percent(share.promise)) promised, \(percent(value)) held, of \(share.count)"))
    }
    if shares.allSatisfy({ $0.value == nil }) {
      nodes.append(
        .label(
          "too few to say: \(decided) of 20", (left + right) / 2, (top + foot) / 2, "soft",
          anchor: .middle))
    }
    return (nodes, foot)
  }

  /// The tenths of the laws in which the outcomes fell: alike where forecasts are calibrated.
  private func outcomes(left: Double, right: Double, top: Double) -> [Node] {
    let foot = top + 200
    var nodes: [Node] = [
      .label("where in their laws outcomes fell", left - 44, top - 14, "strong"),
      .line(left, foot, right, foot, "rule"), .label("early", left, foot + 18, "tick"),
      .label("late", right, foot + 18, "tick", anchor: .end),
    ]
    guard let most = histogram.max(), most > 0 else {
      return nodes + [
        .label("none yet", (left + right) / 2, (top + foot) / 2, "soft", anchor: .middle)
      ]
    }
    let scale = ValueScale(upTo: Double(most), start: foot, end: top + 16)
    let width = (right - left) / Double(histogram.count)
    for (index, count) in histogram.enumerated() {
      let y = scale.place(Double(count))
      nodes.append(
        .rect(
          left + width * Double(index) + 1, y, width - 2, foot - y, "fill",
          [Attribute("data-count", "\(count)")],
          title: "\(index * 10)–\(index * 10 + 10) %: \(count)"))
      if count > 0 {
        nodes.append(
          .label("\(count)", left + width * (Double(index) + 0.5), y - 4, "tick", anchor: .middle))
      }
    }
    return nodes
  }
}
