package import EventModel
import JSONText
import Projections

/// One actor: what it is and was called, of whom it is a part, and who has said so.
struct ActorAnswer {
  /// Its name of today.
  let name: String
  /// How its other names lead to it.
  let others: [ActorLink]
  let wholes: [(name: String, since: PartialDate?)]
  let parts: [String]
  let tally: ActorTally?
  let isKnown: Bool
  /// The records that say so and take it back, oldest first.
  let history: [Record]

  var document: Document {
    Document(
      title: name,
      parts: [
        .facts(Facts(facts)),
        .table(Table(ActorAnswer.historyColumns, steps, title: "history", for: .people)),
      ], json: json)
  }

  private var facts: [Fact] {
    var facts = others.map { link in
      Fact(
        link.relation == .renamed ? "was called" : "also called",
        .text(link.name + (link.since.map { ", until \($0.text)" } ?? "")))
    }
    facts += wholes.map { whole in
      Fact("part of", .text(whole.name + (whole.since.map { ", since \($0.text)" } ?? "")))
    }
    facts += parts.map { Fact("has the part", .text($0)) }
    if let tally {
      facts += [
        Fact("events", Cell(number: "\(tally.events)")),
        Fact("reports", Cell(number: "\(tally.reports)")),
      ]
      if let oldest = tally.oldest { facts.append(Fact("from", .date(oldest.description))) }
      if let newest = tally.newest { facts.append(Fact("to", .date(newest.description))) }
    }
    return facts + [Fact("known", .boolean(isKnown))]
  }

  private var json: JSON {
    .object([
      "schema": "annals.actor/1", "name": .string(name),
      "others": .array(
        others.map { link in
          .object([
            "name": .string(link.name), "relation": .string(link.relation.rawValue),
            "since": link.since.map { .string($0.text) } ?? .null,
          ])
        }),
      "partOf": .array(
        wholes.map { whole in
          .object([
            "name": .string(whole.name), "since": whole.since.map { .string($0.text) } ?? .null,
          ])
        }),
      "parts": .strings(parts),
      "reports": .number(Int64(tally?.reports ?? 0)),
      "events": .number(Int64(tally?.events ?? 0)),
      "oldest": tally?.oldest.map { .string($0.description) } ?? .null,
      "newest": tally?.newest.map { .string($0.description) } ?? .null,
      "known": .bool(isKnown), "history": .array(steps),
    ])
  }

  private var steps: [JSON] {
    history.map { record in
      .object([
        "position": .number(record.position),
        "recorded": .string(record.recorded.description),
        "kind": .string(record.type.name), "what": .string(ActorAnswer.sentence(record.change)),
        "id": .string(record.id.description),
      ])
    }
  }

  private static func sentence(_ change: Change) -> String {
    switch change {
    case .actorLinked(let link): link.sentence
    case .actUndone(let undoing): "takes \(undoing.of.short) back"
    default: ""
    }
  }

  private static let historyColumns = [
    Column("position") { .text("@\(Cell($0["position"]).plain)") },
    Column("recorded") { .moment($0["recorded"]) }, Column("what", key: "what"),
    Column("id") { .id($0["id"]) },
  ]
}

extension ActorLink {
  /// What it says, such as `Facebook is called Meta since 2021-10-28`.
  package var sentence: String {
    let since = since.map { " since \($0.text)" } ?? ""
    return switch (relation, isOn) {
    case (.part, true): "\(name) is a part of \(of)\(since)"
    case (.part, false): "\(name) is no part of \(of)"
    case (_, false): "\(name) is an actor of its own"
    case (.same, true): "\(name) is \(of)"
    case (.renamed, true): "\(name) is called \(of)\(since)"
    }
  }
}
