import EventModel
import JSONText
import Querying

/// What is claimed of a metric: a row an actor, a column a period, conflicting claims as a range, and how
/// it went as a line at the end.
struct MatrixChart {
  private let options: Figure.Options
  private let heading: String
  private let claims: [StatedClaim]
  private let actors: [String]
  private let periods: [String]
  private let others: Int

  init?(_ document: Document, _ options: Figure.Options) {
    let all = document.rows.compactMap(StatedClaim.init)
    guard !all.isEmpty else { return nil }
    let counts = Dictionary(all.map { ($0.actor, 1) }, uniquingKeysWith: +)
    var order: [String] = []
    for claim in all where !order.contains(claim.actor) { order.append(claim.actor) }
    let leading = Set(
      order.sorted { (counts[$1]!, $0) < (counts[$0]!, $1) }.prefix(MatrixChart.rows))
    actors = order.filter(leading.contains)
    claims = all.filter { leading.contains($0.actor) }
    others = order.count - actors.count
    self.options = options
    heading = document.title ?? "claims"
    periods = MatrixChart.periods(of: claims, options.isNarrow ? 2 : 4)
  }

  private static let rows = 16

  /// The periods that most claims are about, in the order of time; claims without one come last.
  private static func periods(of claims: [StatedClaim], _ limit: Int) -> [String] {
    let counts = Dictionary(claims.map { ($0.column, 1) }, uniquingKeysWith: +)
    let days = Dictionary(claims.map { ($0.column, $0.last) }, uniquingKeysWith: { one, _ in one })
    let most = counts.sorted { ($1.value, $1.key) < ($0.value, $0.key) }.prefix(limit).map(\.key)
    func place(_ period: String) -> Int { (days[period] ?? nil)?.number ?? .max }
    return most.sorted { (place($0), $0) < (place($1), $1) }
  }

  private var gutter: Double { options.isNarrow ? 96 : 150 }
  private var sparkWidth: Double { options.isNarrow ? 0 : 150 }
  private var cell: Double {
    (options.width - 16 - gutter - sparkWidth) / Double(max(periods.count, 1))
  }

  var figure: Figure {
    let height = 40.0
    var nodes = periods.enumerated().map { index, period in
      Node.label(
        TextWidth.cut(period, to: cell - 8, size: 11), right(index), 40, "tick", anchor: .end)
    }
    for (index, actor) in actors.enumerated() {
      let y = 50 + height * Double(index)
      let own = claims.filter { $0.actor == actor }
      var row: [Node] = [
        .line(8, y, options.width - 8, y, "grid"),
        .label(TextWidth.cut(actor, to: gutter - 10, size: TextWidth.bold()), 8, y + 18, "strong"),
        .label(Numerals.counted(own.count, "claim"), 8, y + 33, "tick"),
      ]
      for (place, period) in periods.enumerated() {
        row += cell(own.filter { $0.column == period }, right(place), y)
      }
      if !options.isNarrow { row += spark(own, options.width - sparkWidth + 4, y + 6) }
      nodes.append(.group("row", row, label: "\(actor), \(Numerals.counted(own.count, "claim"))"))
    }
    return Figure(
      "comparison", title: heading, sentence: sentence, width: options.width,
      height: 58 + height * Double(actors.count), nodes)
  }

  private var sentence: String {
    let drawn = claims.count { periods.contains($0.column) }
    let left = [
      drawn < claims.count ? "\(claims.count - drawn) of other periods" : nil,
      others > 0 ? "\(others) more actors" : nil,
    ].compactMap(\.self)
    return "\(Numerals.counted(claims.count, "claim")) by or about "
      + "\(Numerals.counted(actors.count, "actor")) for \(periods.joined(separator: ", ")); where "
      + "claims differ, from the least to the most"
      + (left.isEmpty ? "." : "; only in the table: \(left.joined(separator: ", ")).")
  }

  private func right(_ index: Int) -> Double { 8 + gutter + cell * Double(index + 1) - 6 }

  /// The claims in the unit that most of them have, from the least to the most.
  private func cell(_ claims: [StatedClaim], _ x: Double, _ y: Double) -> [Node] {
    guard !claims.isEmpty else { return [] }
    let units = Dictionary(grouping: claims, by: \.unit).sorted {
      ($1.value.count, $0.key) < ($0.value.count, $1.key)
    }
    let (unit, main) = units[0]
    let standing = main.filter { !$0.isDenied }
    let values = (standing.isEmpty ? main : standing).map(\.value)
    let ends = [values.min()!, values.max()!].map(ValueScale.short)
    let text = (ends[0] == ends[1] ? ends[0] : "\(ends[0])–\(ends[1])")
    let isHollow = claims.allSatisfy(\.isRumoured)
    let told =
      (claims.count > 1 ? "\(claims.count) claims" : "1 claim")
      + (units.count > 1 ? ", +\(units.count - 1) unit\(units.count > 2 ? "s" : "")" : "")
    let name = "\(text) \(unit)"
    let shown = TextWidth.cut(name, to: cell - 22)
    var nodes: [Node] = [
      .label(shown, x, y + 18, "value", anchor: .end),
      .label(TextWidth.cut(told, to: cell - 22, size: 11), x, y + 33, "tick", anchor: .end),
    ]
    let dot = x - min(TextWidth.of(shown), cell - 22) - 8
    nodes.append(
      .path(
        Path.circle(dot, y + 14, radius: 3.5), isHollow ? "dot hollow" : "dot",
        title: claims.map(\.sentence).joined(separator: "; ")))
    if standing.isEmpty {
      nodes.append(
        .group("mark", [.line(dot - 6, y + 19, dot + 6, y + 9, "strike")]))
    }
    return nodes
  }

  /// The asserted claims of the unit that most are in, each on its day, on a logarithmic scale of the row.
  private func spark(_ claims: [StatedClaim], _ x: Double, _ y: Double) -> [Node] {
    let unit = Dictionary(grouping: claims, by: \.unit).max {
      ($0.value.count, $1.key) < ($1.value.count, $0.key)
    }?.key
    let points = claims.filter { $0.unit == unit && !$0.isDenied && $0.value > 0 && $0.last != nil }
      .sorted { ($0.last!, $0.value) < ($1.last!, $1.value) }
    guard let first = points.first?.last, let last = points.last?.last, first < last else {
      return []
    }
    let values = points.map(\.value)
    let time = TimeScale(first, last, left: x + 6, right: options.width - 16)
    let scale = ValueScale(
      logarithmic: values.min()!...values.max()!, start: y + 26, end: y + 2)
    let places = points.map { (x: time.x($0.last!), y: scale.place($0.value)) }
    return [.path(Path.open(places), "spark", title: "from \(first) to \(last)")]
      + zip(points, places).map { claim, place in
        .path(
          Path.circle(place.x, place.y, radius: 2.2), claim.isRumoured ? "dot hollow" : "dot",
          title: claim.sentence)
      }
  }
}
