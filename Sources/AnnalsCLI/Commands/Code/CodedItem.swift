import EventCoding
import EventModel
import JSONText
import Querying

/// A line that `code` reads, and what it writes for it.
struct CodedItem {
  let id: String
  let text: ItemText
  /// The item of a feed and the feed, where they are handed on.
  var origin: [JSON.Member] = []

  func json(_ coding: Coding, explain: Bool) -> JSON {
    let coded = JSON.object([
      "id": .string(id),
      "events": .array(coding.events.map(event)),
      "hidden": coding.hidden.isEmpty ? nil : .array(coding.hidden.map(event)),
      "quantities": .array(coding.quantities.map(quantity)),
      "reasons": explain ? .array(coding.reasons.map(reason)) : nil,
    ])
    return .object((coded.members ?? []) + origin)
  }

  private func event(_ event: Event) -> JSON {
    let actors = event.actors.map { actor in
      JSON.object(["name": .string(actor.name), "role": actor.role.map(JSON.string) ?? .null])
    }
    return .object([
      "type": .string(event.type.rawValue),
      "title": .string(event.title),
      "actors": .array(actors),
      "objects": .strings(event.objects),
      "amounts": .array(event.amounts.map(amount)),
      "date": event.date.map { .string($0.text) } ?? .null,
      "precision": event.date.map { .string($0.precision.rawValue) } ?? .null,
      "stance": .string(event.stance.rawValue),
      "polarity": .string(event.polarity.rawValue),
      "attribution": event.attribution.map(JSON.string) ?? .null,
      "phase": event.phase.map(JSON.string) ?? .null,
      "trigger": event.evidence.map { .string($0.trigger) } ?? .null,
      "span": event.evidence.map { pair($0.span) } ?? .null,
      "confidence": .number(Int64(event.confidence)),
      "coders": event.evidence?.coders,
      "scope": .number(event.scope ?? 1),
    ])
  }

  private func amount(_ amount: Amount) -> JSON {
    .object([
      "kind": .string(amount.kind.rawValue),
      "metric": amount.metric.map(JSON.string) ?? .null,
      "value": .number(amount.value.description),
      amount.kind == .money ? "currency" : "unit": .string(amount.unit),
      "approx": .bool(amount.approximate),
      "bound": amount.bound.map { .string($0.rawValue) } ?? .null,
      "range": amount.range.map(pair) ?? .null,
      "period": amount.period.map { .string($0.text) } ?? .null,
      "direction": amount.direction.map(JSON.string),
      "span": amount.span.map(pair) ?? .null,
    ])
  }

  private func quantity(_ quantity: Quantity) -> JSON {
    .object([
      "kind": .string(quantity.kind.rawValue),
      "value": quantity.date.map { .string($0.text) }
        ?? quantity.value.map { .number($0.description) } ?? .null,
      "unit": quantity.unit.map(JSON.string),
      "precision": quantity.date.map { .string($0.precision) },
      "approx": quantity.approximate ? true : nil,
      "bound": quantity.bound.map { .string($0.rawValue) },
      "range": quantity.range.map(pair),
      "direction": quantity.direction.map(JSON.string),
      "span": pair(quantity.span),
    ])
  }

  private func reason(_ reason: Reason) -> JSON {
    let cues = reason.cues.map { cue in
      JSON.object([
        "words": .string(cue.words), "span": pair(cue.span), "points": .number(Int64(cue.points)),
      ])
    }
    return .object([
      "type": reason.type.map { .string($0.rawValue) } ?? "none",
      "score": .number(Int64(reason.score)), "coded": .bool(reason.isCoded),
      "verdict": .string(reason.verdict), "cues": .array(cues),
    ])
  }

  private func pair(_ span: Range<Int>) -> JSON {
    .array([.number(Int64(span.lowerBound)), .number(Int64(span.upperBound))])
  }

  private func pair(_ range: ClosedRange<ExactDecimal>) -> JSON {
    .array([.number(range.lowerBound.description), .number(range.upperBound.description)])
  }
}

/// What `code` writes in other formats than JSON Lines.
extension CodedItem {
  /// Coded items; a table has a row an event.
  static func document(_ items: [JSON]) -> Document {
    let events = items.flatMap { item in
      (item["events"]?.elements ?? []).map { event in
        JSON.object([.init("item", item["id"] ?? .null)] + (event.members ?? []))
      }
    }
    return Document(
      parts: [
        .table(
          Table(
            [
              Column("item", key: "item"), Column("type", key: "type"),
              Column("date") { .date($0["date"]) }, Column("actors", key: "actors"),
              Column("title", key: "title"), Column("stance", key: "stance"),
              Column("confidence", key: "confidence", isNumeric: true),
              Column("polarity", key: "polarity", for: .programs),
              Column("objects", key: "objects", for: .programs),
              Column("trigger", key: "trigger", for: .programs),
            ], events))
      ], json: .object(["schema": "annals.coding/1", "rows": .array(items)]))
  }

  static func document(groups: [JSON]) -> Document {
    Document(
      schema: "annals.groups/1",
      columns: [
        Column("id", key: "id"), Column("group", key: "group", isNumeric: true),
        Column("same as") { Cell($0["same_as"]?["id"]) },
        Column("score", isNumeric: true) { Cell($0["same_as"]?["score"]) },
        Column("reason") { Cell($0["same_as"]?["reason"]) },
      ], rows: groups)
  }
}

extension CodedItem {
  init(_ json: JSON) throws(FieldError) {
    id = try json.text("id")
    text = ItemText(
      title: try json.optionalText("title") ?? "", summary: try json.optionalText("summary") ?? "",
      content: try json.optionalText("content") ?? "", language: try json.optionalText("lang"),
      published: try json.optionalDate("published")?.first,
      source: try json.optionalText("source") ?? "",
      url: try json.optionalText("url"))
  }
}
