import EventModel
import JSONText
package import Querying

extension Document {
  /// Its paragraphs, facts, tables and notes as HTML for people; its title is a caption or a heading of
  /// whoever shows it.
  package var nodes: [Node] { parts.compactMap(\.node) }
}

extension Document.Part {
  fileprivate var node: Node? {
    switch self {
    case .paragraph(let text): Node("p", [], text)
    case .facts(let facts) where facts.audience != .programs && !facts.facts.isEmpty: facts.node
    case .table(let table) where table.audience != .programs && !table.rows.isEmpty: table.node
    case .notes(let notes) where !notes.isEmpty:
      Node("ul", [.class("notes")], notes.map { Node("li", [], $0) })
    default: nil
    }
  }
}

extension Facts {
  fileprivate var node: Node {
    Node(
      "dl", [.class("facts")],
      facts.filter { $0.value.shown != "" }.flatMap { fact in
        [Node("dt", [], fact.label), Node("dd", [], [fact.value.node])]
      })
  }
}

extension Table {
  /// The columns that people see and that say something.
  package var node: Node {
    let columns = columns.filter { $0.audience != .programs }
    let cells = rows.map { row in columns.map { $0.cell(row) } }
    let shown = columns.indices.filter { column in cells.contains { $0[column].shown != "" } }
    let head = shown.map { column in
      let sort: [Attribute] = columns[column].isNumeric ? [.class("n")] : []
      return Node("th", [Attribute("scope", "col")] + sort, columns[column].title)
    }
    let body = cells.map { row in
      Node(
        "tr", [],
        shown.map { column in
          Node("td", columns[column].isNumeric ? [.class("n")] : [], [row[column].node])
        })
    }
    let caption = title.map { [Node("caption", [], $0)] } ?? []
    return Node(
      "div",
      [
        .class("scroll"), Attribute("role", "group"), Attribute("tabindex", "0"),
        Attribute("aria-label", title ?? "table"),
      ],
      [
        Node(
          "table", [],
          caption + [Node("thead", [], [Node("tr", [], head)]), Node("tbody", [], body)])
      ])
  }
}

extension Cell {
  /// Its text; an address of the web leads there.
  fileprivate var node: Node {
    if case .url(let address) = self, let link = Link(web: address) {
      return Node("a", [.href(link)], address)
    }
    return .text(shown)
  }
}
