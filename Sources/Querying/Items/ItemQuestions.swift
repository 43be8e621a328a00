import EventModel
import JSONText
package import Projections

extension Inquiry {
  package static let items = Inquiry(
    "items", "List what the feeds brought, the last learned first.", schema: "annals.items/1",
    [
      Parameter("query", .texts, "Words of its title and text, Chinese too; the best fit first."),
      Parameter("feed", .texts, "Of this feed, or a part of its name."),
      Parameter(
        "which", .choice(ItemChoice.allCases.map(\.rawValue)),
        "new: since your last look, and no event was made of it; unread, read, coded, uncoded."),
      Parameter("limit", .count, "At most this many items."),
      Parameter("after", .text, "Only what follows this item: the id that was given as next."),
    ]
  ) { question, arguments in
    var filter = ItemFilter()
    filter.words = try EventQuery.words(of: arguments.texts("query").joined(separator: " "))
    filter.feeds = try arguments.texts("feed").flatMap(question.feeds)
    if let choice: ItemChoice = arguments.choice("which") {
      try question.narrow(&filter, to: choice)
    }
    return try question.items(
      filter, after: arguments.text("after").map { try question.item(named: $0).item },
      limit: arguments.count("limit"))
  }

  package static let itemShow = Inquiry(
    "items show", "Show one item with its text, its revisions and its events.",
    schema: "annals.item/1",
    [Parameter("item", .text, "The item's id, or its first digits.", isRequired: true)]
  ) { question, arguments in
    try question.document(of: question.item(named: arguments.text("item") ?? ""))
  }
}

/// Which items a list holds.
package enum ItemChoice: String, CaseIterable, Sendable {
  case new, unread, read, coded, uncoded
}

extension Question {
  fileprivate func narrow(_ filter: inout ItemFilter, to choice: ItemChoice) throws {
    switch choice {
    case .new:
      filter.learnedAfter = try attention.shown ?? snapshot.endOfBooks()
      filter.isCoded = false
    case .unread: filter.exceptions = attention.read
    case .read: filter.among = attention.read
    case .coded: filter.isCoded = true
    case .uncoded: filter.isCoded = false
    }
  }

  /// The numbers of the feeds that a typed name means: its whole title or name, else every one that
  /// holds it.
  package func feeds(named name: String) throws -> [Int64] {
    let all = try snapshot.itemFeeds()
    let folded = name.lowercased()
    let exact = all.filter { [$0.name.lowercased(), $0.title.lowercased()].contains(folded) }
    let near = all.filter { "\($0.name) \($0.title)".lowercased().contains(folded) }
    guard !near.isEmpty else {
      throw QueryError(
        "no feed “\(name)” has brought an item",
        hint: nearest(to: name, in: all.map(\.title)).map { "did you mean “\($0)”?" })
    }
    return (exact.isEmpty ? near : exact).map(\.number)
  }

  /// The items that fit. Where a limit leaves some out, `next` is the id of the last one shown.
  fileprivate func items(_ filter: ItemFilter, after: Int64?, limit: Int?) throws -> Document {
    let (items, isCut) = try Question.page(limit) {
      try snapshot.items(filter, after: after, limit: $0)
    }
    let rows = try items.compactMap { item in
      try ItemRow(item, in: snapshot, isRead: attention.read.contains(item.item))?
        .json(finding: filter.words)
    }
    let next = isCut ? rows.last?["id"] : nil
    return Document(
      schema: "annals.items/1", head: snapshot.position, asOf: asOf,
      extras: next.map { [.init("next", $0)] } ?? [], columns: ItemRow.columns, rows: rows)
  }

  /// Items in the order in which they were found, and how like each is to what was searched for.
  package func items(_ found: [(item: Int64, likeness: Double)]) throws -> Document {
    let rows = try found.compactMap { item, likeness -> JSON? in
      guard let stored = try snapshot.item(at: item),
        let row = try ItemRow(stored, in: snapshot, isRead: attention.read.contains(item))
      else { return nil }
      return .object((row.json().members ?? []) + [.init("likeness", .number(likeness))])
    }
    let likeness = Column("likeness", isNumeric: true, for: .programs) {
      Cell.decimal($0["likeness"]?.double)
    }
    return Document(
      schema: "annals.items/1", head: snapshot.position, asOf: asOf,
      columns: ItemRow.columns + [likeness], rows: rows)
  }

  /// The one item that a prefix of its id names.
  package func item(named prefix: String) throws -> StoredItem {
    let found = try snapshot.items(named: Question.digits(prefix, of: "item"))
    guard found.count <= 1 else {
      throw QueryError("\(found.count) items begin with \(prefix)", hint: "give more digits")
    }
    guard let item = found.first else { throw NoSuchItem(prefix: prefix) }
    return item
  }

  fileprivate func document(of stored: StoredItem) throws -> Document {
    guard
      let item = try ItemRow(
        stored, in: snapshot, isRead: attention.read.contains(stored.item))
    else { throw NoSuchItem(prefix: "") }
    return item.document(states: try snapshot.states(of: stored))
  }
}

/// No item's id begins with these digits.
package struct NoSuchItem: Error, Equatable, Sendable {
  package let prefix: String
}
