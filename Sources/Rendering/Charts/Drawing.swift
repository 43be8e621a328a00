import EventModel

/// The few shapes that charts are made of.
extension Node {
  enum Anchor: String { case start, middle, end }

  static func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ names: StaticString
  ) -> Node {
    Node(
      "line",
      [
        .class(names), Attribute("x1", x1), Attribute("y1", y1), Attribute("x2", x2),
        Attribute("y2", y2),
      ])
  }

  static func rect(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ names: StaticString,
    _ more: [Attribute] = [], title: String? = nil
  ) -> Node {
    Node(
      "rect",
      [
        .class(names), Attribute("x", x), Attribute("y", y), Attribute("width", max(width, 0)),
        Attribute("height", max(height, 0)),
      ] + more, title.map { [Node("title", [], $0)] } ?? [])
  }

  static func path(
    _ data: String, _ names: StaticString, _ more: [Attribute] = [], title: String? = nil
  ) -> Node {
    Node(
      "path", [.class(names), Attribute("d", data)] + more,
      title.map { [Node("title", [], $0)] } ?? [])
  }

  /// Text whose foot stands on `y`.
  static func label(
    _ text: String, _ x: Double, _ y: Double, _ names: StaticString = "soft",
    anchor: Anchor = .start
  ) -> Node {
    Node(
      "text",
      [
        .class(names), Attribute("x", x), Attribute("y", y),
        Attribute("text-anchor", anchor.rawValue),
      ], text)
  }

  static func group(
    _ names: StaticString, _ children: [Node], label: String? = nil, data: [Attribute] = []
  ) -> Node {
    let named = label.map { [Attribute("role", "group"), Attribute("aria-label", $0)] } ?? []
    return Node("g", [.class(names)] + named + data, children)
  }

  /// Gridlines at the ticks, with labels whose feet stand on a line.
  static func axis(
    _ scale: TimeScale, labels: Double, from top: Double, to foot: Double
  ) -> [Node] {
    var used = -Double.infinity
    return scale.ticks.flatMap { day, label in
      let (x, half) = (scale.x(day), TextWidth.of(label, size: 11) / 2)
      let centre = min(max(x, scale.left + half), scale.right - half)
      var nodes = [Node.line(x, top, x, foot, "grid")]
      if centre - half > used + 8 {
        nodes.append(.label(label, centre, labels, "tick", anchor: .middle))
        used = centre + half
      }
      return nodes
    }
  }

  /// Gridlines with labels on the left.
  static func axis(
    _ scale: ValueScale, left: Double, right: Double, _ label: (Double) -> String
  ) -> [Node] {
    scale.ticks.flatMap { value in
      let y = scale.place(value)
      return [
        Node.line(left, y, right, y, "grid"),
        .label(label(value), left - 6, y + 4, "tick", anchor: .end),
      ]
    }
  }

  /// The line of the day for which it is asked, right of which nothing is known.
  static func asOfLine(_ day: CivilDay, _ x: Double, top: Double, foot: Double) -> Node {
    Node(
      "line",
      [
        .class("asof"), Attribute("x1", x), Attribute("y1", top), Attribute("x2", x),
        Attribute("y2", foot), Attribute("data-as-of", day.description),
      ], [Node("title", [], "as of \(day)")])
  }
}
