import EventModel
import JSONText
import Querying

/// The phases of a sequence with the fan of the next shift, and beneath, nearer, the forecast beside the
/// baselines.
struct ForecastChart {
  private let options: Figure.Options
  private let heading: String
  private let words: String
  private let asOf: CivilDay
  private let unit: DurationUnit
  private let began: CivilDay?
  /// Until when the current phase is known to have lasted.
  private let known: CivilDay
  private let phases: [PhaseRow]
  private let views: [ForecastView]
  /// What was forecast first of each phase, by its name.
  private let earlier: [String: JSON]
  private let chances: [(day: CivilDay, share: Double)]

  init?(_ document: Document, _ options: Figure.Options) {
    let json = document.json
    guard let asOf = json["asOf"]?.string.flatMap({ CivilDay($0) }) else { return nil }
    views = ForecastView.views(json)
    guard views.first?.isGhost == false else { return nil }
    (self.options, self.asOf) = (options, asOf)
    heading = document.title ?? "forecast"
    words =
      document.parts.compactMap { part in
        if case .paragraph(let text) = part { text } else { nil }
      }.first ?? ""
    unit = json["unit"]?.string.flatMap(DurationUnit.init(rawValue:)) ?? .year
    began = json["current"]?["began"]?.string.flatMap { CivilDay($0) }
    known = json["knownUntil"]?.string.flatMap { CivilDay($0) } ?? asOf
    phases = (json["phases"]?.elements ?? []).compactMap(PhaseRow.init).filter { $0.first <= asOf }
    earlier = Dictionary(
      (json["earlier"]?.elements ?? []).map { ($0["phase"]?.string ?? "", $0) },
      uniquingKeysWith: { first, _ in first })
    let names =
      phases.map { TextWidth.of($0.name) }
      + views.map { TextWidth.of($0.name, size: TextWidth.bold()) }
    gutter = options.isNarrow ? min(150, 14 + (names.max() ?? 0)) : 200
    chances = (json["conditional"]?["pBy"]?.members ?? []).compactMap { member in
      guard let day = CivilDay(member.key), let share = member.value.double else { return nil }
      return (day, share)
    }
  }

  private var forecast: ForecastView { views[0] }
  /// For the names of phases and views: as wide as they need, within reason.
  private let gutter: Double
  private var right: Double { options.width - (options.isNarrow ? 12 : 90) }
  /// The longest that is drawn: what is longer is cut, and says so.
  private var longest: Double {
    let (low, high) = forecast.interval("80") ?? (0, forecast.median * 2)
    return high + 0.15 * max(high - low, forecast.median / 2)
  }

  var figure: Figure {
    var (y, nodes) = (30.0, [Node]())
    if !phases.isEmpty, began != nil {
      let (drawn, foot) = sequence(top: y)
      nodes.append(.group("sequence", drawn, label: "the phases so far"))
      nodes.append(
        .label(
          options.isNarrow ? "nearer" : "the next shift, nearer", 8, foot + 26, "strong"))
      y = foot + 10
    }
    let (drawn, foot) = nearer(top: y)
    nodes.append(.group("views", drawn, label: "the forecast beside the baselines"))
    let (legend, height) = legend(foot + 24)
    return Figure(
      "forecast", title: heading, sentence: words.isEmpty ? heading : words, width: options.width,
      height: height, nodes + legend)
  }

  private func day(_ length: Double) -> CivilDay? { began?.advanced(byDays: length * unit.days) }

  /// `2030-02-18`, or a length where nobody says when the phase began.
  private func told(_ length: Double) -> String {
    if began != nil { return day(length)?.description ?? "beyond the calendar" }
    return "\(Numerals.short(length)) \(unit.rawValue)s"
  }

  private func place(_ length: Double, _ scale: TimeScale) -> Double {
    scale.x(min(day(min(length, longest)) ?? scale.last, scale.last))
  }

  /// The phases, the last of them with the fan.
  private func sequence(top: Double) -> ([Node], foot: Double) {
    let end = day(longest) ?? asOf
    let scale = TimeScale(
      phases.map(\.first).min()!, max(end, asOf), left: gutter, right: options.width - 10)
    let foot = top + 28 + PhaseRows.height * Double(phases.count)
    let rows = PhaseRows(rows: phases, scale: scale, until: known, gutter: gutter)
    let y = top + 24 + PhaseRows.height * Double(phases.count - 1)
    let fan = forecast.draw({ place($0, scale) }, top: y + 2, foot: y + 17, told: told)
    return (
      Node.axis(scale, labels: top + 14, from: top + 20, to: foot)
        + [.asOfLine(asOf, scale.x(asOf), top: top + 20, foot: foot)] + rows.draw(top: top + 24)
        + fan
        + phases.enumerated().flatMap {
          told(of: $1, scale, top + 41 + PhaseRows.height * Double($0))
        },
      foot
    )
  }

  /// When a phase was first forecast to end: its central 80 % as a line under the phase, with the median.
  private func told(of phase: PhaseRow, _ scale: TimeScale, _ y: Double) -> [Node] {
    guard let earlier = earlier[phase.name] else { return [] }
    func day(_ json: JSON?) -> CivilDay? { json?.string.flatMap { CivilDay($0) } }
    let ends = (earlier["interval80"]?.elements ?? []).compactMap(day)
    guard let median = day(earlier["median"]), ends.count == 2 else { return [] }
    func x(_ day: CivilDay) -> Double { scale.x(min(max(day, scale.first), scale.last)) }
    let title =
      "\(phase.name), as \(earlier["forecaster"]?.string ?? "somebody") forecast it on "
      + "\(earlier["asOf"]?.string ?? "…"): half by \(median), 80 %: \(ends[0]) to \(ends[1])"
    return [
      .group(
        "told",
        [
          Node("title", [], title), .line(x(ends[0]), y, x(ends[1]), y, "earlier"),
          .line(x(median), y - 2, x(median), y + 3, "earlier"),
        ], data: [Attribute("data-median", median.description)])
    ]
  }

  /// A row a view, from the beginning of the current phase on.
  private func nearer(top: Double) -> ([Node], foot: Double) {
    let height = 24.0
    let foot = top + 38 + height * Double(views.count) + (chances.isEmpty ? 0 : 22)
    let x: (Double) -> Double
    var nodes: [Node]
    if let began {
      let scale = TimeScale(began, day(longest) ?? asOf, left: gutter, right: right)
      x = { place($0, scale) }
      nodes = Node.axis(scale, labels: top + 16, from: top + 22, to: foot)
      if scale.shows(asOf) {
        nodes.append(
          .asOfLine(
            asOf, scale.x(asOf), top: top + 22, foot: foot - (chances.isEmpty ? 0 : 24)))
      }
      if scale.shows(known) {
        nodes.append(
          .rect(
            gutter, top + 22, scale.x(known) - gutter, 4, "open", title: "lasted until \(known)"))
      }
      nodes += odds(scale, foot - 8)
    } else {
      let scale = ValueScale(.linear, 0, longest, gutter, right)
      x = { scale.place(min($0, longest)) }
      nodes = scale.ticks.flatMap { value in
        [
          Node.line(scale.place(value), top + 22, scale.place(value), foot, "grid"),
          .label(ValueScale.short(value), scale.place(value), top + 16, "tick", anchor: .middle),
        ]
      }
    }
    for (index, view) in views.enumerated() {
      let y = top + 30 + height * Double(index)
      nodes.append(
        .label(
          TextWidth.cut(view.name, to: gutter - 12, size: TextWidth.bold()), 8, y + 14,
          view.isGhost ? "soft" : "strong"))
      nodes += view.draw(x, top: y + 2, foot: y + height - 4, told: told)
      if !options.isNarrow {
        nodes.append(
          .label(
            told(view.median), options.width - 8, y + 14, view.isGhost ? "tick" : "value",
            anchor: .end))
      }
    }
    return (nodes, foot)
  }

  /// How likely it is that the phase has ended by these days, where they have room.
  private func odds(_ scale: TimeScale, _ y: Double) -> [Node] {
    guard !chances.isEmpty else { return [] }
    var (used, nodes) = (-Double.infinity, [Node.label("ended by then", 8, y, "soft")])
    for (day, share) in chances where scale.shows(day) {
      let (text, x) = ("\(Int((share * 100).rounded())) %", scale.x(day))
      let half = TextWidth.of(text, size: 11) / 2
      guard x - half > used + 6, x + half <= options.width - 4, x - half > gutter - 4 else {
        continue
      }
      used = x + half
      nodes.append(
        Node(
          "text",
          [
            .class("tick"), Attribute("x", x), Attribute("y", y),
            Attribute("text-anchor", "middle"),
            Attribute("data-by", day.description), Attribute("data-share", "\(share)"),
          ], [.text(text), Node("title", [], "ended by \(day): \(text)")]))
    }
    return nodes
  }

  private func legend(_ y: Double) -> ([Node], height: Double) {
    var (x, foot, nodes) = (8.0, y, [Node]())
    let items: [(String, StaticString)] =
      (began == nil ? [] : [("known", "open"), ("as of", "asof")]) + [
        ("50 %", "band b50"), ("80 %", "band b80"), ("95 %", "band b95"),
        ("baseline, 80 %", "ghost"), ("median", "median"),
      ] + (earlier.isEmpty ? [] : [("forecast before, 80 %", "earlier")])
    for (label, names) in items {
      let width = 30 + TextWidth.of(label)
      if x + width > options.width { (x, foot) = (8, foot + 18) }
      nodes.append(
        ["median", "asof"].contains(names.description)
          ? .line(x + 6, foot - 10, x + 6, foot + 1, names)
          : names.description == "earlier"
            ? .line(x, foot - 4, x + 12, foot - 4, names) : .rect(x, foot - 10, 12, 11, names))
      nodes.append(.label(label, x + 17, foot))
      x += width
    }
    let cut = forecast.interval("95").map { $0.high > longest } ?? false
    if cut, let high = forecast.interval("95")?.high {
      let told = "the 95 % band goes on to \(told(high))"
      if x + TextWidth.of(told) > options.width { (x, foot) = (8, foot + 18) }
      nodes.append(.label(TextWidth.cut(told, to: options.width - 16), x, foot))
    }
    return (nodes, foot + 14)
  }
}
