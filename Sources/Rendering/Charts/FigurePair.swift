package import Querying

/// A chart for wide and for small screens, with the sentence that says what it shows.
package struct FigurePair {
  package let node: Node
  /// The events that either tells by name, by their ids.
  package let named: Set<String>

  /// Below which `narrow` is seen instead of `wide`, in units of a chart.
  private static let narrow = 360.0

  /// Nil for a document that has no chart, or nothing to draw.
  ///
  /// - Parameters:
  ///   - saysKind: whether the figure says in `data-chart` what kind of chart it is.
  ///   - place: the place of an event on the page around, by its id.
  package init?(
    _ document: Document, saysKind: Bool = false, place: (@Sendable (String) -> String)? = nil
  ) {
    guard let wide = Figure(document, .init(place: place)),
      let narrow = Figure(document, .init(width: FigurePair.narrow, place: place))
    else { return nil }
    node = Node(
      "figure", saysKind ? [Attribute("data-chart", wide.name.description)] : [],
      [
        Node("div", [.class("wide")], [wide.svg]), Node("div", [.class("narrow")], [narrow.svg]),
        Node("figcaption", [], wide.sentence),
      ])
    named = wide.named.union(narrow.named)
  }
}
