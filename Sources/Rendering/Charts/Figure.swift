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
  /// The events that are told by name in it, by their ids.
  package let named: Set<String>

  /// How a figure is drawn.
  package struct Options: Sendable {
    /// In units of which twelve are a text's height; below 600 for small screens.
    package var width: Double
    /// The place of an event on the page around, by its id; nil where there is none.
    package var place: (@Sendable (String) -> String)?

    package init(width: Double = 960, place: (@Sendable (String) -> String)? = nil) {
      (self.width, self.place) = (width, place)
    }

    var isNarrow: Bool { width < 600 }
  }

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
    _ drawing: [Node], naming named: Set<String> = []
  ) {
    (self.name, self.title, self.sentence, self.named) = (name, title, sentence, named)
    let lines = TextWidth.lines(title, to: width - 16, size: TextWidth.bold(14))
    let more = 18 * Double(lines.count - 1)
    svg = Node(
      "svg",
      [
        Attribute("xmlns", "http://www.w3.org/2000/svg"), .class("annals"),
        Attribute("viewBox", "0 0 \(Int(width)) \(Int((height + more).rounded(.up)))"),
        Attribute("role", "group"), Attribute("aria-label", title),
      ],
      [
        Node("title", [], title), Node("desc", [], sentence), ChartStyle.node,
        .rect(0, 0, width, height + more, "paper"),
      ]
        + lines.enumerated().map { .label($1, 8, 18 + 18 * Double($0), "title") }
        + (more == 0
          ? drawing : [Node("g", [Attribute("transform", "translate(0 \(Int(more)))")], drawing)]))
  }
}
