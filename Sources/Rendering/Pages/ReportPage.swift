import EventModel
import JSONText
package import Querying

/// A report as pages: one, or where there are more events than a page holds well, one a year beside it.
package struct ReportPage {
  private let report: ReportAnswer
  /// What the command that made it would be typed as, for others to make the same.
  private let version: String
  private let links: [(name: String, link: Link)]
  private let list: EventList
  private let isSplit: Bool

  /// More events than these go onto pages of their years.
  package static let most = 20_000

  /// `links` lead to the same in other formats, where that is served.
  package init(_ report: ReportAnswer, version: String, links: [(name: String, link: Link)] = []) {
    (self.report, self.version, self.links) = (report, version, links)
    list = EventList(report.events.rows)
    isSplit = report.events.rows.count > ReportPage.most
  }

  /// How many pages beside the first there will be.
  package var needsNeighbours: Bool { isSplit }

  /// The page alone, or with the pages of its years, which are called after it.
  package func pages(named file: String) -> [Page] {
    guard isSplit else { return [Page(name: file, title: title, body: body(years: []))] }
    let stem = file.hasSuffix(".html") ? String(file.dropLast(5)) : file
    let years = Dictionary(grouping: list.rows, by: EventList.year).sorted { $0.key > $1.key }
    let named = years.map { year, rows in
      (year: year, rows: rows, file: "\(stem)-\(year.prefix(4)).html")
    }
    let pages = named.map { year, rows, name in
      Page(name: name, title: "\(title) · \(year)", body: yearPage(year, rows, back: file))
    }
    let links = named.map { year, rows, name in
      (year, rows.count, Link(file: ReportPage.last(name)))
    }
    return [Page(name: file, title: title, body: body(years: links))] + pages
  }

  private static func last(_ path: String) -> String {
    String(path.split(separator: "/").last ?? "")
  }

  private var title: String { "\(report.title) · annals" }

  private func body(years: [(String, Int, Link)]) -> [Node] {
    let timeline = drawing(report.events, isLinked: !isSplit)
    var sections = [timeline.map(part), comparisons, trend, growth, sequences, ledger].compactMap(
      \.self)
    sections.append(years.isEmpty ? events(ledTo: timeline?.named ?? []) : yearList(years))
    sections.append(about)
    return [header(sections.compactMap(\.place)), Node("main", [], sections.map(\.node)), footer]
  }

  // MARK: - Header

  private func header(_ places: [(name: String, id: String)]) -> Node {
    let status = report.status
    let period = report.period == .all ? "all time" : report.period.text
    let count = report.events.rows.count
    let hash = status["hash"]?.string ?? ""
    let facts: [Fact] = [
      Fact("period", .text(period)), Fact("as of", .date(report.asOf.description)),
      Fact("events", .text(Numerals.grouped("\(count)"))),
      Fact("log", .text("@\(report.head)")),
      Fact("head", .text("@\(status["head"]?.integer ?? 0) \(hash)")),
      Fact("known until", .text(known)),
    ]
    let query = report.query.isEmpty ? [] : [Node("p", [.class("soft")], [Node("code", [], words)])]
    let nav = Node(
      "nav", [Attribute("aria-label", "Parts")],
      places.map { Node("a", [.href(Link(place: $0.id))], $0.name) })
    return Node(
      "header", [],
      [Node("h1", [], report.title)] + query + [
        Document(parts: [.facts(Facts(facts))], json: .null).nodes[0], nav,
      ])
  }

  private var words: String { report.query.joined(separator: " ") }

  private var known: String {
    if let until = report.coverage.json["until"]?.string {
      return "\(until): \(report.coverage.json["reason"]?.string ?? "")"
    }
    let days = report.coverage.rows.compactMap { $0["until"]?.string }
    guard let last = days.max() else { return "nobody says" }
    return "\(last), by the best of \(Numerals.counted(days.count, "source"))"
  }

  // MARK: - Parts

  /// A part of the page, with its heading and its place.
  private struct Part {
    let heading: String
    let id: String
    let content: [Node]

    var place: (name: String, id: String)? { (heading, id) }

    var node: Node {
      Node(
        "section", [Attribute("id", id), Attribute("aria-labelledby", "\(id)-h")],
        [Node("h2", [Attribute("id", "\(id)-h")], heading)] + content)
    }
  }

  /// The chart, whose marks may lead to the events of the page.
  private func drawing(_ document: Document, isLinked: Bool = false) -> FigurePair? {
    guard isLinked else { return FigurePair(document, saysKind: true) }
    return FigurePair(document, saysKind: true) { [list] in list.place($0) }
  }

  /// The chart, what it shows, and its numbers as a table.
  private func figure(_ document: Document, table: String) -> [Node] {
    guard let drawing = drawing(document) else { return document.nodes }
    return [
      drawing.node, Node("details", [], [Node("summary", [], table)] + document.nodes),
    ]
  }

  private func part(_ timeline: FigurePair) -> Part {
    Part(heading: "Timeline", id: "timeline", content: [timeline.node])
  }

  private var comparisons: Part? {
    let drawn = report.comparisons.filter { !$0.rows.isEmpty }.flatMap { document in
      figure(
        document, table: "\(Numerals.counted(document.rows.count, "claim")) with their sources")
    }
    return drawn.isEmpty ? nil : Part(heading: "Comparison", id: "comparison", content: drawn)
  }

  private var trend: Part? {
    guard let trend = report.trend, let figure = Optional(figure(trend, table: "the counts")),
      !trend.rows.isEmpty
    else { return nil }
    return Part(heading: "Trend", id: "trend", content: figure)
  }

  private var growth: Part? {
    let drawn = report.growth.flatMap { figure($0, table: "what the trend rests on") }
    return drawn.isEmpty ? nil : Part(heading: "Growth", id: "growth", content: drawn)
  }

  private var sequences: Part? {
    let drawn = report.sequences.flatMap { sequence -> [Node] in
      let heading = Node("h3", [], sequence.name)
      guard let forecast = sequence.forecast else {
        return [heading] + figure(sequence.phases, table: "the phases")
      }
      return [heading] + figure(forecast, table: "the forecast in words and numbers")
        + [Node("details", [], [Node("summary", [], "the phases")] + sequence.phases.nodes)]
    }
    return drawn.isEmpty
      ? nil : Part(heading: "Phases and forecasts", id: "forecasts", content: drawn)
  }

  private var ledger: Part? {
    guard let entries = report.ledger.last, !entries.rows.isEmpty else { return nil }
    let scores = report.ledger.first.map { figure($0, table: "the scores") } ?? []
    return Part(heading: "Ledger", id: "ledger", content: scores + entries.nodes)
  }

  private func events(ledTo: Set<String>) -> Part {
    Part(heading: "Events", id: "events", content: [form(list)] + list.nodes(ledTo: ledTo))
  }

  private func form(_ list: EventList) -> Node {
    func field(_ name: String, _ control: Node) -> Node {
      Node("label", [], [.text(name), control])
    }
    let types =
      [Node("option", [Attribute("value", "")], "all types")]
      + list.types.map { Node("option", [Attribute("value", $0)], $0) }
    return Node(
      "form", [Attribute("id", "filter"), Attribute("role", "search"), Attribute("hidden")],
      [
        field(
          "Words, or “a phrase”",
          Node("input", [Attribute("id", "words"), Attribute("type", "search")])),
        field("Type", Node("select", [Attribute("id", "type")], types)),
        Node(
          "output", [Attribute("id", "told"), Attribute("for", "words type")],
          Numerals.counted(list.rows.count, "event")),
      ])
  }

  private func yearList(_ years: [(String, Int, Link)]) -> Part {
    Part(
      heading: "Events", id: "events",
      content: [
        Node(
          "ul", [],
          years.map { year, count, link in
            Node(
              "li", [],
              [Node("a", [.href(link)], year), .text(" \(Numerals.counted(count, "event"))")])
          })
      ])
  }

  private func yearPage(_ year: String, _ rows: [JSON], back: String) -> [Node] {
    let list = EventList(rows)
    let heading = Node("h1", [], "\(report.title), \(year)")
    let way = Node(
      "p", [], [Node("a", [.href(Link(file: ReportPage.last(back)))], "the whole report")])
    return [
      Node("header", [], [heading, way]),
      Node(
        "main", [],
        [
          Node(
            "section", [Attribute("aria-labelledby", "events-h")],
            [Node("h2", [Attribute("id", "events-h")], "Events"), form(list)]
              + list.nodes(ledTo: []))
        ]), footer,
    ]
  }

  // MARK: - About

  private var about: Part {
    let status = report.status
    let coding = status["coding"] ?? .null
    let rates = ["types", "events", "stance"].compactMap { key in
      coding[key]?.double.map { "\(key) \(Int(($0 * 100).rounded())) %" }
    }
    let criteria =
      "These are the events of the log that fit "
      + (report.query.isEmpty ? "no narrower question than the period" : "“\(words)”")
      + ", as the log knew them at @\(report.head), for \(report.asOf). An event is what one or more "
      + "reports tell; stance says how firmly: official, reported, rumoured; denied events stand struck."
    let coder =
      "Events from feeds are coded by machine"
      + (status["coder"]?.string.map { " (coder \($0))" } ?? "")
      + (rates.isEmpty ? "" : "; F1 on sources it had not met: \(rates.joined(separator: ", "))")
      + ". Events from books and by hand are people's."
    let cite =
      "annals \(version), “\(report.title)”, log \(status["storeID"]?.string ?? "") @\(report.head), "
      + "as of \(report.asOf), head \(status["hash"]?.string ?? "")."
    let same =
      links.isEmpty
      ? [Node("p", [], [.text("The same in other forms: "), Node("code", [], command)])]
      : [
        Node(
          "p", [],
          [.text("The same in other forms: ")]
            + links.flatMap { [Node("a", [.href($0.link)], $0.name), .text(" ")] })
      ]
    return Part(
      heading: "About these data", id: "about",
      content: [Node("p", [], criteria), Node("p", [], coder), Node("p", [], "Cite as: \(cite)")]
        + same + [
          Node(
            "details", [],
            [Node("summary", [], "until when who would have told it")] + report.coverage.nodes)
        ])
  }

  /// What to type for the same events as data.
  private var command: String {
    let period = report.period == .all ? "" : " -p \(report.period.text)"
    return
      "annals timeline \(words)\(words.isEmpty ? "" : " ")--as-of @\(report.head)\(period) -O csv"
  }

  private var footer: Node {
    Node(
      "footer", [],
      [
        Node(
          "p", [],
          "Made by annals \(version). Every number here is what the command of its name answers.")
      ])
  }
}
