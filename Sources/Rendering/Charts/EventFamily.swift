package import EventModel

/// Kinds of events that share a mark: as many as a reader tells apart by shape alone.
package enum EventFamily: String, CaseIterable, Sendable {
  case release, research, money, results, law, people, infrastructure, incident, outlook, other

  package init(_ type: EventType) {
    self = EventFamily.byType[type.rawValue] ?? .other
  }

  private static let byType: [String: EventFamily] = [
    "model-release": .release, "product-release": .release, "research": .research,
    "funding": .money, "acquisition": .money, "capital-market": .money,
    "financial-result": .results, "metric": .results, "regulation": .law, "litigation": .law,
    "advocacy": .law, "personnel": .people, "partnership": .people,
    "infrastructure": .infrastructure, "incident": .incident, "forecast": .outlook,
  ]

  /// What the legend says.
  package var label: String {
    switch self {
    case .release: "releases"
    case .research: "research"
    case .money: "money and deals"
    case .results: "results and figures"
    case .law: "law and advocacy"
    case .people: "people and partners"
    case .infrastructure: "infrastructure"
    case .incident: "incidents"
    case .outlook: "predictions"
    case .other: "other"
    }
  }

  /// The class that gives its colour.
  var colour: StaticString {
    switch self {
    case .release: "c1"
    case .research: "c2"
    case .money: "c3"
    case .results: "c4"
    case .law: "c5"
    case .people: "c6"
    case .infrastructure: "c7"
    case .incident: "c8"
    case .outlook: "c9"
    case .other: "c0"
    }
  }

  /// The outline of its mark about a place, as a path.
  func path(_ x: Double, _ y: Double) -> String {
    if self == .release { return Path.circle(x, y, radius: 4.5) }
    return Path.polygon(corners.map { (x + $0.0, y + $0.1) })
  }

  private var corners: [(Double, Double)] {
    switch self {
    case .release: []
    case .research: Path.star
    case .money: [(0, -5.5), (5.5, 0), (0, 5.5), (-5.5, 0)]
    case .results: [(-4, -4), (4, -4), (4, 4), (-4, 4)]
    case .law: [(0, -5), (5, 4), (-5, 4)]
    case .people: [(0, 5), (5, -4), (-5, -4)]
    case .infrastructure: [(-2.5, -4.5), (2.5, -4.5), (5, 0), (2.5, 4.5), (-2.5, 4.5), (-5, 0)]
    case .incident:
      [
        (-1.6, -5), (1.6, -5), (1.6, -1.6), (5, -1.6), (5, 1.6), (1.6, 1.6), (1.6, 5), (-1.6, 5),
        (-1.6, 1.6), (-5, 1.6), (-5, -1.6), (-1.6, -1.6),
      ]
    case .outlook: [(-5, 0), (-1, -5), (5, -5), (1, 0), (5, 5), (-1, 5)]
    case .other: [(-5, -2), (5, -2), (5, 2), (-5, 2)]
    }
  }
}
