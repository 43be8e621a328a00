import EventModel
import JSONText
import Querying

/// What happened, in lanes by actor or by type: the telling events by name, all as density at a lane's
/// foot.
struct LanesChart {
  private let options: Figure.Options
  private let heading: String?
  private let lanes: Lanes
  private let scale: TimeScale

  /// Nil where there is no dated event.
  init?(_ document: Document, _ options: Figure.Options) {
    guard let lanes = Lanes(document) else { return nil }
    (self.lanes, self.options, heading) = (lanes, options, document.title)
    scale = TimeScale(lanes.first, lanes.last, left: 8, right: options.width - 8)
  }

  var figure: Figure {
    let placed = lanes.lanes.map { lane in
      LanePlacement(
        lane.events, scale, limit: options.isNarrow ? 2 : 3,
        shortest: options.isNarrow ? 130 : 190)
    }
    let peak = lanes.lanes.map { bins($0.events).max() ?? 0 }.max() ?? 1
    var (y, nodes) = (48.0, [Node]())
    var middles: [String: (x: Double, y: Double)] = [:]
    for (lane, placement) in zip(lanes.lanes, placed) {
      nodes.append(draw(lane.name, lane.events, placement, &y, peak, &middles))
    }
    let foot = y
    let links = placed.flatMap(\.places).compactMap { link($0.event, middles) }
    let (legend, height) = legend(placed.flatMap(\.places), top: foot + 20)
    let asOfLine =
      scale.shows(asOf) ? [Node.asOfLine(asOf, scale.x(asOf), top: 40, foot: foot)] : []
    return Figure(
      "timeline", title: heading ?? lanes.sentence, sentence: lanes.sentence,
      width: options.width, height: height,
      Node.axis(scale, labels: 38, from: 42, to: foot) + asOfLine + links + nodes + legend,
      naming: Set(placed.flatMap(\.places).map(\.event.id)))
  }

  private var asOf: CivilDay { lanes.asOf }

  private func draw(
    _ name: String, _ events: [LaneEvent], _ placement: LanePlacement, _ y: inout Double,
    _ peak: Int, _ middles: inout [String: (x: Double, y: Double)]
  ) -> Node {
    let count = "\(events.count)"
    let label = TextWidth.cut(name, to: options.width - 80, size: TextWidth.bold())
    var nodes: [Node] = [
      .line(scale.left, y, scale.right, y, "rule"), .label(label, scale.left, y + 15, "strong"),
      .label(count, scale.left + TextWidth.of(label, size: TextWidth.bold()) + 8, y + 15),
    ]
    let top = y + 28
    for place in placement.places.sorted(by: { $0.mark.lowerBound < $1.mark.lowerBound }) {
      let middle = top + 17 * Double(place.row)
      middles[place.event.id] = (place.mark.lowerBound, middle)
      nodes.append(mark(place, middle))
    }
    let foot = top + 17 * Double(placement.rows) + 12
    nodes.append(
      .path(
        density(events, foot: foot, height: 16, peak), "density",
        title: "\(name): \(Numerals.counted(events.count, "event"))"))
    y = foot + 6
    return .group(
      "lane", nodes, label: "\(name), \(Numerals.counted(events.count, "event"))",
      data: [Attribute("data-count", count)])
  }

  private func mark(_ place: LanePlacement.Place, _ y: Double) -> Node {
    let (event, from, to) = (place.event, place.mark.lowerBound, place.mark.upperBound)
    var shapes: [Node] = [Node("title", [], event.sentence)]
    if event.isSpan { shapes.append(.rect(from, y + 6.5, to - from, 2.5, "bar")) }
    shapes.append(.path(event.family.path(from, y), "shape"))
    if event.isDenied { shapes.append(.line(from - 7, y + 5, from + 7, y - 5, "strike")) }
    shapes.append(
      .label(place.label, place.labelX, y + 4, "name", anchor: place.isLeft ? .end : .start))
    let names: StaticString =
      event.isDenied
      ? (event.isRumoured ? "mark hollow denied" : "mark denied")
      : event.isRumoured ? "mark hollow" : "mark"
    let drawn = Node.group(
      names, [.group(event.family.colour, shapes)],
      data: [
        Attribute("data-date", event.date.text), Attribute("data-first", event.first.description),
        Attribute("data-x", from),
      ])
    guard let place = options.place else { return drawn }
    return Node(
      "a", [.href(Link(place: place(event.id))), Attribute("aria-label", event.sentence)], [drawn])
  }

  /// From a rumour to what came of it, where both are told by name.
  private func link(_ event: LaneEvent, _ middles: [String: (x: Double, y: Double)]) -> Node? {
    guard let earlier = event.stageOf.flatMap({ middles[$0] }), let later = middles[event.id] else {
      return nil
    }
    let half = (earlier.x + later.x) / 2
    let curve =
      "M\(Int(earlier.x)) \(Int(earlier.y))C\(Int(half)) \(Int(earlier.y)) \(Int(half)) "
      + "\(Int(later.y)) \(Int(later.x)) \(Int(later.y))"
    return .path(curve, "stage", title: "a later stage: \(event.sentence)")
  }

  private static let binWidth = 4.0

  private func bins(_ events: [LaneEvent]) -> [Int] {
    var bins = [Int](repeating: 0, count: Int((scale.right - scale.left) / Self.binWidth) + 1)
    for event in events {
      let x = scale.x(max(event.first, scale.first)) - scale.left
      bins[min(max(Int(x / Self.binWidth), 0), bins.count - 1)] += 1
    }
    return bins
  }

  /// A bar every four units, as high as the square root of how many events begin there.
  private func density(_ events: [LaneEvent], foot: Double, height: Double, _ peak: Int) -> String {
    bins(events).enumerated().filter { $0.element > 0 }.map { index, count in
      let share = (Double(count) / Double(max(peak, 4))).squareRoot()
      let tall = max(2, (height * share).rounded())
      let x = min(scale.left + Double(index) * Self.binWidth, scale.right - 3)
      return "M\(Int(x)) \(Int(foot))v\(Int(-tall))h3v\(Int(tall))z"
    }.joined()
  }

  /// The shapes in use, and what hollow, struck and long marks mean, in as many lines as it takes.
  private func legend(
    _ places: [LanePlacement.Place], top: Double
  ) -> (nodes: [Node], height: Double) {
    let used = EventFamily.allCases.filter { family in places.contains { $0.event.family == family }
    }
    var (x, y, nodes) = (scale.left, top, [Node]())
    func item(_ label: String, _ drawing: (Double, Double) -> Node) {
      let width = 20 + TextWidth.of(label)
      if x + width > scale.right, x > scale.left { (x, y) = (scale.left, y + 18) }
      nodes += [drawing(x + 7, y - 4), .label(label, x + 17, y)]
      x += width + 10
    }
    for family in used {
      item(family.label) { x, y in
        .group("mark", [.group(family.colour, [.path(family.path(x, y), "shape")])])
      }
    }
    if places.contains(where: \.event.isRumoured) {
      item("hollow: rumoured") { x, y in
        .group("mark hollow", [.group("c0", [.path(EventFamily.release.path(x, y), "shape")])])
      }
    }
    if places.contains(where: \.event.isDenied) {
      item("struck: denied") { x, y in
        .group("mark", [.group("c0", [.line(x - 7, y + 5, x + 7, y - 5, "strike")])])
      }
    }
    if places.contains(where: \.event.isSpan) {
      item("bar: within that time") { x, y in
        .group("mark", [.group("c0", [.rect(x - 7, y - 1, 14, 2.5, "bar")])])
      }
    }
    item("foot: all events") { x, y in
      .path("M\(Int(x - 5)) \(Int(y + 4))v-4h3v4zm5 0v-8h3v8z", "density")
    }
    if scale.shows(asOf) {
      item("as of \(asOf)") { x, y in .line(x, y - 7, x, y + 6, "asof") }
    }
    return (nodes, y + 14)
  }
}
