import EventModel
public import JSONText
import Projections

extension Question {
  /// The state of the store as one object of the contract `annals.status/1`.
  public func status(store: String) throws -> JSON {
    let (feeds, items) = try snapshot.itemCounts()
    let (events, mentions) = try snapshot.reportCounts()
    let span = try snapshot.reportSpan()
    return .object([
      "schema": "annals.status/1",
      "store": .string(store),
      "head": .number(snapshot.head.position),
      "hash": .string(snapshot.head.hash.description),
      "recorded": snapshot.head.recorded.map { .string($0.description) } ?? .null,
      "items": .number(Int64(items)),
      "events": .number(Int64(events)),
      "mentions": .number(Int64(mentions)),
      "measures": .number(Int64(try snapshot.measureCount())),
      "feeds": .number(Int64(feeds)),
      "projections": .array(
        try snapshot.projections().map { state in
          .object([
            "name": .string(state.name), "version": .number(Int64(state.version)),
            "position": .number(state.position), "errors": .number(Int64(state.errors)),
          ])
        }),
      "oldest": span.map { .string($0.oldest.description) } ?? .null,
      "newest": span.map { .string($0.newest.description) } ?? .null,
    ])
  }
}
