import JSONText
import Querying
import Rendering

/// A view as a page: what may be asked, the chart, the rows, and the same in other forms.
struct ViewPage {
  private let view: View
  private let document: Document
  private let saved: [String]
  private let inquiries: [Inquiry]
  private let version: String

  init(
    _ view: View, _ document: Document, saved: [String], inquiries: [Inquiry], version: String
  ) {
    self.view = view
    self.document = document
    self.saved = saved
    self.inquiries = inquiries
    self.version = version
  }

  var bytes: [UInt8] {
    let head = [
      Node("meta", [Attribute("charset", "utf-8")]),
      Node(
        "meta",
        [
          Attribute("name", "viewport"), Attribute("content", "width=device-width,initial-scale=1"),
        ]),
      Node("title", [], "\(title) · annals"),
      Node("link", [Attribute("rel", "stylesheet"), .href(Link(path: "/style.css"))]),
    ]
    let script = Node("script", [.source(Link(path: "/follow.js")), Attribute("defer")])
    var out = Array("<!doctype html>\n".utf8)
    Node(
      "html", [Attribute("lang", "en")],
      [Node("head", [], head + feedLink + [script]), Node("body", [], [header, main, footer])]
    ).write(to: &out)
    return out + [0x0A]
  }

  private var title: String { document.subject?.title ?? view.inquiry.name }

  // MARK: - What may be asked

  private var header: Node {
    let nav = Node(
      "nav", [Attribute("aria-label", "Questions")],
      inquiries.filter(ViewPage.standsAlone).map { inquiry in
        let path = inquiry.name == Inquiry.log.name ? "/" : "/" + View.name(inquiry)
        return Node("a", [.href(Link(path: path))], inquiry.name)
      })
    let queries =
      saved.isEmpty
      ? []
      : [
        Node(
          "nav", [Attribute("aria-label", "Saved queries")],
          saved.map { name in
            let link = Link(path: "/", query: [(name: "query", value: "saved:\(name)")])
            return Node("a", [.href(link)], name)
          })
      ]
    return Node("header", [], [Node("h1", [], title), nav] + queries + [form])
  }

  /// Whether a question is answered where nothing more is said.
  private static func standsAlone(_ inquiry: Inquiry) -> Bool {
    let isMuch = [Inquiry.forecast, .savedQueries, .tags].contains { $0.name == inquiry.name }
    return !isMuch && !inquiry.parameters.contains(where: \.isRequired)
  }

  /// Goes to the address that it stands at, with what is said in place of what was.
  private var form: Node {
    let names = view.inquiry.parameters.filter { !["limit", "after"].contains($0.name) }
    let fields = names.map { parameter in
      field(
        parameter.name, parameter.summary, view.values[parameter.name]?.joined(separator: " "))
    }
    return Node(
      "form", [.class("ask")],
      fields + [
        field("as-of", "What was known by a date or an @position.", view.asOf),
        Node("button", [], "Ask"),
      ])
  }

  private func field(_ name: String, _ summary: String, _ value: String?) -> Node {
    Node(
      "label", [],
      [
        .text(name),
        Node(
          "input",
          [
            Attribute("name", name), Attribute("value", value ?? ""), Attribute("title", summary),
          ]),
      ])
  }

  // MARK: - The answer

  private var main: Node {
    let head = document.subject?.head ?? 0
    let news = Node(
      "p",
      [
        Attribute("id", "news"), Attribute("role", "status"), Attribute("data-head", "\(head)"),
        Attribute("hidden"),
      ], [Node("a", [.href(link(nil, [:]))], "The log has grown. Show it")])
    return Node("main", [], [news] + figure + rows + next + forms)
  }

  /// The chart for wide and for small screens; where there is none, what the answer is about.
  private var figure: [Node] {
    if let figure = FigurePair(document) { return [figure.node] }
    return document.title.map { [Node("p", [.class("soft")], $0)] } ?? []
  }

  /// Events lead to their pages, sequences to their forecasts; other answers are as their tables.
  private var rows: [Node] {
    switch document.json["schema"]?.string {
    case "annals.events/1", "annals.story/1":
      return [Node("ol", [.class("found")], document.rows.map(ViewPage.event))]
    case "annals.phases/1":
      let names = document.rows.compactMap { $0["sequence"]?.string }
      let links = Set(names).sorted().map { name in
        Node("a", [.href(Link(path: "/forecast/\(name)"))], "forecast of \(name)")
      }
      return document.nodes + [Node("nav", [Attribute("aria-label", "Forecasts")], links)]
    default: return document.nodes
    }
  }

  private static func event(_ row: JSON) -> Node {
    func text(_ key: String) -> String { Cell(row[key]).plain }
    let link = Link(path: "/event/\(text("id"))")
    let what = [text("date"), text("type"), Column.stance(row).plain, text("actors")]
    let sources = (row["mentions"]?.elements ?? []).flatMap { mention -> [Node] in
      let name = mention["source"]?.string ?? "a source"
      let address = mention["url"]?.string.flatMap(Link.init(web:))
      return [.text(" · "), address.map { Node("a", [.href($0)], name) } ?? .text(name)]
    }
    return Node(
      "li", [],
      [
        Node("p", [Attribute("dir", "auto")], [Node("a", [.href(link)], text("title"))]),
        Node(
          "p", [.class("meta")],
          [.text(what.filter { !$0.isEmpty }.joined(separator: " · "))] + sources),
      ])
  }

  /// Where the answer goes on: in the same state of the log.
  private var next: [Node] {
    guard let next = document.json["next"]?.string, let head = document.json["head"]?.integer else {
      return []
    }
    let link = link(nil, ["after": next, "as-of": view.asOf ?? "@\(head)"])
    return [Node("p", [], [Node("a", [.href(link), Attribute("rel", "next")], "more")])]
  }

  private var forms: [Node] {
    let links = FormatName.served.filter { $0.shows(document) }.flatMap { format in
      [.text(" "), Node("a", [.href(link(format, [:]))], format.rawValue)]
    }
    return [Node("p", [.class("soft")], [.text("The same as")] + links)]
  }

  private var feedLink: [Node] {
    guard FormatName.atom.shows(document) else { return [] }
    return [
      Node(
        "link",
        [
          Attribute("rel", "alternate"), Attribute("type", FormatName.atom.mediaType ?? ""),
          .href(link(.atom, [:])),
        ])
    ]
  }

  private var footer: Node {
    let subject = document.subject
    let asOf = subject.map { "as of \($0.asOf), log @\($0.head), " } ?? ""
    return Node("footer", [], [Node("p", [], "\(asOf)annals \(version)")])
  }

  /// The address of this view in a form, with more said.
  private func link(_ form: FormatName?, _ more: [String: String]) -> Link {
    var said = view.values.filter { $0.key != view.nameInPath }
    if view.limit == View.usual { said["limit"] = nil }
    said["as-of"] = view.asOf.map { [$0] }
    for (name, value) in more { said[name] = [value] }
    let query = said.sorted { $0.key < $1.key }.flatMap { name, values in
      values.map { (name: name, value: $0) }
    }
    let stem = view.path == "/" && form != nil ? "/events" : view.path
    return Link(path: stem + (form.map { ".\($0.rawValue)" } ?? ""), query: query)
  }
}
