import EventModel
package import JSONText
import Projections

extension Inquiry {
  package static let status = Inquiry(
    "status", "Show the store, the end of its log, and how far the projections are.",
    schema: "annals.status/1"
  ) { question, _ in
    let status = try question.status(store: question.store)
    let facts = (status.members ?? []).dropFirst().map { member in
      Fact(member.key, told(member))
    }
    return Document(parts: [.facts(Facts(facts))], json: status)
  }

  /// `items @12, events @12` and `@12 in the file that holds it`; anything else as it is.
  private static func told(_ member: JSON.Member) -> Cell {
    func text(_ json: JSON?) -> String { Cell(json ?? .null).plain }
    switch member.key {
    case "projections":
      let states = (member.value.elements ?? []).map { state in
        "\(text(state["name"])) @\(text(state["position"]))"
      }
      return .text(states.joined(separator: ", "))
    case "anchor" where !member.value.isNull:
      return .text("@\(text(member.value["position"])) in \(text(member.value["path"]))")
    case "bytes":
      return .number(text(member.value), shown: Numerals.bytes(member.value.integer ?? 0))
    case "log":
      let standing =
        member.value["away"].map { "cannot be reached: \(text($0))" }
        ?? "@\(text(member.value["end"])), \(text(member.value["lag"])) behind"
      return .text("\(text(member.value["log"])) \(standing)")
    case "coding" where !member.value.isNull: return .text(coding(member.value))
    default: return Cell(member.value)
    }
  }

  /// `with the sentence encoder …; F1 on sources not met: types 67 %, events 83 %; second reader …`.
  private static func coding(_ state: JSON) -> String {
    let rates = ["types", "events", "stance"].compactMap { key in
      state[key]?.double.map { "\(key) \(Int(($0 * 100).rounded())) %" }
    }
    let encoder = state["encoder"]?.string.map { "with the sentence encoder \($0)" }
    return (encoder ?? "without a sentence encoder")
      + (rates.isEmpty ? "" : "; F1 on sources not met: \(rates.joined(separator: ", "))")
      + (state["secondReader"]?.string.map { "; second reader \($0)" } ?? "")
  }
}

extension Question {
  /// The state of the store as one object of the contract `annals.status/1`.
  package func status(store: String) throws -> JSON {
    let (feeds, items) = try snapshot.itemCounts()
    let (events, hidden, mentions, measures) = try snapshot.eventCounts()
    let span = try snapshot.eventSpan()
    let projections = try snapshot.projections()
    let whole: JSON = .object([
      "schema": "annals.status/1",
      "store": .string(store),
      "head": .number(snapshot.head.position),
      "hash": .string(snapshot.head.hash.description),
      "recorded": snapshot.head.recorded.map { .string($0.description) } ?? .null,
      "items": .number(Int64(items)),
      "events": .number(Int64(events)),
      "outOfScope": .number(Int64(hidden)),
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
      "bytes": .number(try snapshot.bytes()),
      "recordsOfLastMonth": .number(
        try snapshot.growth(since: Instant(milliseconds: now.milliseconds - 30 * 86_400_000))),
      "oldest": span.map { .string($0.oldest.description) } ?? .null,
      "newest": span.map { .string($0.newest.description) } ?? .null,
    ])
    return .object((whole.members ?? []) + (try trust(projections).members ?? []))
  }

  /// What says how far the store can be relied on.
  private func trust(_ projections: [ProjectionState]) throws -> JSON {
    let id = try snapshot.storeID() ?? ""
    let (coder, coders) = (try snapshot.coder(), try snapshot.coders())
    let older = coders.filter { $0.digest != coder }.map(\.accounts).reduce(0, +)
    let ahead = snapshot.head.recorded.map { ($0.milliseconds - now.milliseconds) / 1000 } ?? 0
    let anchor = anchor(id).map { anchor in
      JSON.object(["position": .number(anchor.position), "path": .string(anchor.path)])
    }
    return .object([
      "storeID": .string(id),
      "unknownRecords": .number(Int64(projections.map(\.skipped).max() ?? 0)),
      "coder": coder.map(JSON.string) ?? .null,
      "olderCoder": .number(Int64(older)),
      "coding": coding(),
      "anchor": anchor ?? .null,
      "secretsInLog": .number(Int64(try snapshot.secretCount())),
      "secondsAhead": .number(max(0, ahead)),
      "log": try log(snapshot.head.position),
    ])
  }
}
