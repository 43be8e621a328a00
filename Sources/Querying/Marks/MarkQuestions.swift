import EventModel
import JSONText
import Projections

extension Inquiry {
  package static let tags = Inquiry(
    "tag", "List the tags that people have put on events.", schema: "annals.tags/1"
  ) { question, _ in
    Document(
      schema: "annals.tags/1", head: question.snapshot.position, asOf: question.asOf,
      columns: [Column("tag", key: "tag"), Column("events", key: "events", isNumeric: true)],
      rows: try question.snapshot.tags().map { tag, events in
        .object(["tag": .string(tag), "events": .number(Int64(events))])
      })
  }

  package static let savedQueries = Inquiry(
    "save", "List the queries that are saved under names.", schema: "annals.savedQueries/1"
  ) { question, _ in
    Document(
      schema: "annals.savedQueries/1", head: question.snapshot.position, asOf: question.asOf,
      columns: [
        Column("name", key: "name"), Column("query", key: "query"),
        Column("alert", for: .people) { $0["alert"] == true ? .boolean(true) : .empty },
        Column("alert", key: "alert", for: .programs),
      ],
      rows: try question.snapshot.savedQueries().map { saved in
        .object([
          "name": .string(saved.name), "query": saved.query.map(JSON.string) ?? .null,
          "alert": .bool(saved.isAlert),
        ])
      })
  }
}
