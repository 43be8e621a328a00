import EventModel
import JSONText
import Querying

/// Events as a list by month, the newest first.
struct EventList {
  /// In the order in which they happened.
  let rows: [JSON]
  /// The shortest beginnings of ids that tell these events apart, eight digits at least.
  private let digits: Int

  init(_ rows: [JSON]) {
    self.rows = rows
    let ids = rows.compactMap { $0["id"]?.string }
    digits =
      [8, 12, 32].first { length in Set(ids.map { $0.prefix(length) }).count == ids.count } ?? 32
  }

  /// The place of an event on its page.
  func place(_ id: String) -> String { "e-\(id.prefix(digits))" }

  var types: [String] {
    Set(rows.compactMap { $0["type"]?.string }).sorted()
  }

  /// By year and month as `2023-03`, by year where no month is known.
  private var months: [(name: String, rows: [JSON])] {
    var months: [(name: String, rows: [JSON])] = []
    for row in rows.reversed() {
      let name = EventList.month(row)
      if months.last?.name == name {
        months[months.count - 1].rows.append(row)
      } else if let place = months.firstIndex(where: { $0.name == name }) {
        months[place].rows.append(row)
      } else {
        months.append((name, [row]))
      }
    }
    return months
  }

  private static func month(_ row: JSON) -> String {
    guard let date = row["date"]?.string.flatMap({ try? PartialDate(edtf: $0) }),
      let day = date.first ?? date.last
    else { return "without a date" }
    let isYear = [.year, .half, .quarter, .interval].contains(date.precision)
    return isYear ? "\(day.year)" : String(day.description.prefix(7))
  }

  /// The year of an event, for pages of years.
  static func year(_ row: JSON) -> String { String(month(row).prefix(4)) }

  /// The list, where the events that something on the page leads to, by their ids, have a place of their own: on a
  /// page of ten thousand events the others' places would be an eighth of its bytes.
  func nodes(ledTo: Set<String>) -> [Node] {
    months.map { name, rows in
      Node(
        "section", [.class("month")],
        [
          Node(
            "h3", [],
            [.text("\(name) "), Node("small", [], Numerals.counted(rows.count, "event"))]),
          Node("ol", [.class("events")], rows.map { item($0, ledTo) }),
        ])
    }
  }

  private func item(_ row: JSON, _ ledTo: Set<String>) -> Node {
    func text(_ key: String) -> String { row[key]?.string ?? "" }
    let title = text("title")
    let isDenied = row["polarity"] == "denied"
    let stance = text("stance") + (isDenied ? ", denied" : "")
    let names = (row["actors"]?.elements ?? []).compactMap { $0["name"]?.string }
    let objects = (row["objects"]?.elements ?? []).compactMap(\.string)
    let who = ([text("type")] + names + objects).joined(separator: " · ")
    let says = row["attribution"]?.string.map { name in
      [Node.text("says "), Node("span", [.class("says")], name)]
    }
    let told = [says ?? [], sources(row, title)].filter { !$0.isEmpty }
    let doubt: StaticString? =
      isDenied ? "denied" : text("stance") == "rumoured" ? "rumoured" : nil
    let place = ledTo.contains(text("id")) ? [Attribute("id", place(text("id")))] : []
    return Node(
      "li", place + (doubt.map { [.class($0)] } ?? []),
      [
        Node("p", [], title),
        Node(
          "small", [],
          [
            Node("time", [], text("date")), .text(" · \(stance) · "),
            Node("i", [], who),
            .text(
              " · recorded \(text("recorded").prefix(10)) · \(text("id").prefix(max(8, digits)))"),
          ] + told.flatMap { [.text(" · ")] + $0 }),
      ])
  }

  /// Who says so, with what it says where that is not the title.
  private func sources(_ row: JSON, _ title: String) -> [Node] {
    var nodes: [Node] = []
    for (index, mention) in (row["mentions"]?.elements ?? []).enumerated() {
      let name = mention["source"]?.string ?? "a source"
      if index > 0 { nodes.append(.text(", ")) }
      if let link = mention["url"]?.string.flatMap(Link.init(web:)) {
        nodes.append(Node("a", [.href(link)], name))
      } else {
        nodes.append(.text(name))
      }
      if let own = (mention["quote"]?.string ?? mention["title"]?.string), own != title {
        nodes += [.text(" "), Node("q", [Attribute("dir", "auto")], own)]
      }
    }
    return nodes
  }
}
