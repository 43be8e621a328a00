import EventModel
public import JSONText
import Projections

extension Inquiry {
  public static let status = Inquiry(
    "status", "Show the store, the end of its log, and how far the projections are.",
    schema: "annals.status/1"
  ) { question, _ in
    let status = try question.status(store: question.store)
    let facts = (status.members ?? []).dropFirst().map { member in
      Fact(member.key, member.key == "projections" ? told(member.value) : Cell(member.value))
    }
    return Document(parts: [.facts(Facts(facts))], json: status)
  }

  /// `report @12, measure @12`.
  private static func told(_ projections: JSON) -> Cell {
    let states = (projections.elements ?? []).map { state in
      "\(Cell(state["name"]).plain) @\(Cell(state["position"]).plain)"
    }
    return .text(states.joined(separator: ", "))
  }
}

extension Question {
  /// The state of the store as one object of the contract `annals.status/1`.
  public func status(store: String) throws -> JSON {
    let (feeds, items) = try snapshot.itemCounts()
    let (events, mentions, measures) = try snapshot.eventCounts()
    let span = try snapshot.eventSpan()
    let projections = try snapshot.projections()
    return .object([
      "schema": "annals.status/1",
      "store": .string(store),
      "head": .number(snapshot.head.position),
      "hash": .string(snapshot.head.hash.description),
      "recorded": snapshot.head.recorded.map { .string($0.description) } ?? .null,
      "items": .number(Int64(items)),
      "events": .number(Int64(events)),
      "mentions": .number(Int64(mentions)),
      "measures": .number(Int64(measures)),
      "feeds": .number(Int64(feeds)),
      "projections": .array(
        projections.map { state in
          .object([
            "name": .string(state.name), "version": .number(Int64(state.version)),
            "position": .number(state.position), "errors": .number(Int64(state.errors)),
          ])
        }),
      "oldest": span.map { .string($0.oldest.description) } ?? .null,
      "newest": span.map { .string($0.newest.description) } ?? .null,
      "storeID": try snapshot.storeID().map(JSON.string) ?? .null,
      "unknownRecords": .number(Int64(projections.map(\.skipped).max() ?? 0)),
    ])
  }
}
