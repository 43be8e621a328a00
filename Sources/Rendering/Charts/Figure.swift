import EventModel
import JSONText
package import Querying

/// A document's chart: what it is of, a sentence that says what it shows, and the drawing, which is the
/// same on a page and in a file. Every number in it is one of the document's.
package struct Figure: Sendable {
  /// What kind of chart it is: `timeline`, `comparison` …
  package let name: StaticString
  package let title: String
  package let sentence: String
  package let svg: Node

  /// How a figure is drawn.
  package struct Options: Sendable {
    /// In units of which twelve are a text's height; below 600 for small screens.
    package var width: Double
    /// By what events are put into lanes.
    package var lanes: LaneKey
    /// Whether events lead to their places on the page around.
    package var linksEvents: Bool

    package init(width: Double = 960, lanes: LaneKey = .actor, linksEvents: Bool = false) {
      (self.width, self.lanes, self.linksEvents) = (width, lanes, linksEvents)
    }

    var isNarrow: Bool { width < 600 }
  }

  /// By what events are put into lanes.
  package enum LaneKey: String, Sendable, CaseIterable { case actor, type }

  /// Nil for a document that has no chart, or nothing to draw.
  package init?(_ document: Document, _ options: Options = Options()) {
    let drawn: Figure? =
      switch document.json["schema"]?.string {
      case "annals.events/1": LanesChart(document, options)?.figure
      case "annals.claims/1": MatrixChart(document, options)?.figure
      case "annals.counts/1": RateChart(document, options)?.figure
      case "annals.growth/1": GrowthChart(document, options)?.figure
      case "annals.phases/1": PhasesChart(document, options)?.figure
      case "annals.forecast/1": ForecastChart(document, options)?.figure
      case "annals.score/1": CalibrationChart(document, options)?.figure
      default: nil
      }
    guard let drawn else { return nil }
    self = drawn
  }

  /// The contracts of the documents that have charts.
  static let schemas = Set(
    ["events", "claims", "counts", "growth", "phases", "forecast", "score"].map { "annals.\($0)/1" }
  )

  init(
    _ name: StaticString, title: String, sentence: String, width: Double, height: Double,
    _ drawing: [Node]
  ) {
    (self.name, self.title, self.sentence) = (name, title, sentence)
    svg = Node(
      "svg",
      [
        Attribute("xmlns", "http://www.w3.org/2000/svg"), .class("annals"),
        Attribute("viewBox", "0 0 \(Int(width)) \(Int(height.rounded(.up)))"),
        Attribute("role", "group"), Attribute("aria-label", title),
      ],
      [
        Node("title", [], title), Node("desc", [], sentence), ChartStyle.node,
        .rect(0, 0, width, height, "paper"),
        .label(TextWidth.cut(title, to: width - 16, size: 14), 8, 18, "title"),
      ] + drawing)
  }
}
