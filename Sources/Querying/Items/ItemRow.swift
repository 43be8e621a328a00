import EventModel
import JSONText
import Projections

/// An item as answers tell it.
struct ItemRow {
  let stored: StoredItem
  let id: RecordID
  let item: ItemObservation
  let recorded: Instant?
  /// Those that were made of it.
  let events: [EventView]
  let isRead: Bool

  /// Nil where the log does not tell it.
  init?(_ stored: StoredItem, in snapshot: Snapshot, isRead: Bool) throws {
    guard let (id, item) = try snapshot.observation(of: stored) else { return nil }
    self.stored = stored
    self.id = id
    self.item = item
    self.isRead = isRead
    recorded = try snapshot.recorded(stored.item)
    let numbers = try snapshot.accounts(ofItem: stored.item).filter { !$0.isRetracted }.map(\.event)
    events = try Set(numbers).sorted().compactMap { try snapshot.event($0) }
  }

  /// Its row in `annals.items/1`; with words that were searched for, where they stand.
  func json(finding words: [String] = []) -> JSON {
    let text = [item.summary, item.content].max { $0.utf8.count < $1.utf8.count } ?? ""
    return .object([
      "id": .string(id.description),
      "position": .number(stored.item),
      "recorded": recorded.map { .string($0.description) } ?? .null,
      "published": item.published.map { .string($0.description) } ?? .null,
      "feed": .string(item.feedTitle.isEmpty ? item.feedAlias : item.feedTitle),
      "feedID": .string(item.feedAlias),
      "title": .string(item.title),
      "url": item.url.map(JSON.string) ?? .null,
      "language": item.language.map(JSON.string) ?? .null,
      "summary": .string(item.summary),
      "content": .string(item.content),
      "claimed": item.claimed.map(JSON.string) ?? .null,
      "revisions": .number(Int64(stored.revisions)),
      "read": .bool(isRead),
      "events": .strings(events.map(\.id.description)),
      "snippet": words.isEmpty ? .null : .string(Snippet.of(words, in: item.title, text)),
    ])
  }

  static let columns = [
    Column("date", for: .people) { row in
      .date(String(((row["published"]?.string ?? row["recorded"]?.string) ?? "").prefix(10)))
    },
    Column("published", for: .programs) { .moment($0["published"]) },
    Column("feed", key: "feed"),
    Column("title", key: "title"),
    Column("found", key: "snippet", for: .people).fitting(.whole),
    Column("event", for: .people) { .id($0["events"]?.elements?.first) },
    Column("event ids", for: .programs) { row in
      .text((row["events"]?.elements ?? []).compactMap(\.string).joined(separator: " "))
    },
    Column("id") { .id($0["id"]) },
    Column("url", for: .programs) { .url($0["url"]) },
    Column("language", key: "language", for: .programs),
    Column("revisions", key: "revisions", isNumeric: true, for: .programs),
    Column("read", key: "read", for: .programs),
    Column("recorded", for: .programs) { .moment($0["recorded"]) },
    Column("position", key: "position", isNumeric: true, for: .programs),
    Column("snippet", key: "snippet", for: .programs),
  ]

  /// The whole of it: what it says, when it was changed, and what was coded from it.
  func document(states: [Record]) -> Document {
    let row = json()
    let history = states.map { record in
      let (item, changed): (ItemObservation?, [String]) =
        switch record.change {
        case .itemObserved(let item): (item, [])
        case .itemRevised(let revision): (revision.current, revision.changed)
        default: (nil, [])
        }
      return JSON.object([
        "position": .number(record.position), "recorded": .string(record.recorded.description),
        "changed": .strings(changed), "title": .string(item?.title ?? ""),
      ])
    }
    let told = events.map { event in
      JSON.object([
        "id": .string(event.id.description), "type": .string(event.event.type.rawValue),
        "title": .string(event.event.title),
      ])
    }
    var facts = [
      Fact("item", .text("\(id)  @\(stored.item)")), Fact("feed", Cell(row["feed"])),
      Fact("published", .moment(row["published"])), Fact("learned", .moment(row["recorded"])),
      Fact("language", Cell(row["language"])), Fact("url", Cell(row["url"])),
    ]
    facts.removeAll { $0.value == .empty }
    let text = item.content.isEmpty ? item.summary : item.content
    let paragraphs = text.split(separator: "\n").map { Document.Part.paragraph(String($0)) }
    let list = Table(
      [Column("type", key: "type"), Column("title", key: "title"), ItemRow.id], told)
    return Document(
      title: item.title,
      parts: [
        .table(Table(ItemRow.columns, [row], for: .programs)), .facts(Facts(facts, for: .people)),
      ]
        + paragraphs + [
          .table(Table(list.columns, told, title: "events", for: .people)),
          .table(
            Table(
              ItemRow.historyColumns, history.count > 1 ? history : [], title: "revisions",
              for: .people)),
        ],
      json: .object(
        [.init("schema", "annals.item/1")] + (row.members ?? []) + [
          .init("history", .array(history)), .init("told", .array(told)),
        ]))
  }

  private static let id = Column("id") { .id($0["id"]) }

  private static let historyColumns = [
    Column("position") { row in .text("@\(row["position"]?.integer ?? 0)") },
    Column("recorded") { .moment($0["recorded"]) }, Column("changed", key: "changed"),
    Column("title", key: "title"),
  ]
}
