package import EventModel
package import JSONText

/// What an import would append, a row a record.
package enum ImportPreview {
  package static func document(
    of records: [Record], schema: String, counts: [JSON.Member]
  ) -> Document {
    let rows = records.map(row)
    return Document(
      parts: [.table(Table(columns, rows))],
      json: .object([.init("schema", .string(schema))] + counts + [.init("rows", .array(rows))]))
  }

  private static func row(_ record: Record) -> JSON {
    let (event, mention): (Event?, Mention?) =
      switch record.change {
      case .eventReported(let report): (report.event, report.mention)
      case .eventMentioned(let mention): (mention.report.event, mention.report.mention)
      case .eventAmended(let amendment):
        if case .whole(let event) = amendment.content {
          (event, amendment.mention)
        } else {
          (nil, amendment.mention)
        }
      default: (nil, nil)
      }
    var row = [JSON.Member("change", .string(record.type.name))]
    func add(_ key: String, _ text: String?) {
      row.append(.init(key, text.map(JSON.string) ?? .null))
    }
    add("date", event?.date?.text)
    add("type", event?.type.rawValue)
    row.append(.init("actors", .strings(event?.actors.map(\.name) ?? [])))
    add("title", event?.title ?? told(by: record.change))
    row.append(.init("amounts", .array(event?.amounts.map(\.contractJSON) ?? [])))
    add("stance", event?.stance.rawValue)
    add("source", mention?.url ?? mention?.source)
    add("id", record.id.description)
    return .object(row)
  }

  /// What a record that tells no event says, in a few words.
  private static func told(by change: Change) -> String {
    let data = change.data
    let keys = ["title", "tag", "text", "name", "phase", "sequence", "source", "of"]
    return keys.lazy.compactMap { data[$0]?.string }.first ?? ""
  }

  private static func word(of change: String) -> String {
    switch change {
    case "event.reported": "new"
    case "event.mentioned": "told again"
    case "event.amended": "corrected"
    default: change
    }
  }

  private static let columns = [
    Column("is", for: .people) { .text(word(of: $0["change"]?.string ?? "")) },
    Column("change", key: "change", for: .programs), Column("date") { .date($0["date"]) },
    Column("type", key: "type"), Column("actors", key: "actors").fitting(.spare),
    Column("title", key: "title"),
    Column("amounts") { row in
      let amounts = (row["amounts"]?.elements ?? []).compactMap(StatedAmount.init)
      return .text(amounts.map(\.sentence).joined(separator: ", "))
    },
    Column("stance", key: "stance", for: .programs),
    Column("source", key: "source", for: .programs),
    Column("id") { .id($0["id"]) },
  ]
}
