import EventModel
package import JSONText
import Projections

/// Events as rows of the contract `annals.events/1`, and the columns that are shown of them.
enum EventAnswer {
  static let schema = "annals.events/1"

  static func row(_ view: EventView) -> JSON {
    .object([what(view), whoSaysSo(view), howCoded(view)].flatMap { $0.members ?? [] })
  }

  private static func what(_ view: EventView) -> JSON {
    let event = view.event
    return .object([
      "id": .string(view.id.description),
      "position": .number(view.position),
      "recorded": view.recorded.map { .string($0.description) } ?? .null,
      "date": view.date.map { .string($0.text) } ?? .null,
      "precision": view.date.map { .string($0.precision.rawValue) } ?? .null,
      "type": .string(event.type.rawValue),
      "title": .string(event.title),
      "actors": .array(event.actors.map(actor)),
      "objects": .strings(event.objects),
      "amounts": .array(event.amounts.map(\.contractJSON)),
    ])
  }

  private static func whoSaysSo(_ view: EventView) -> JSON {
    let event = view.event
    return .object([
      "stance": .string(event.stance.rawValue),
      "polarity": .string(event.polarity.rawValue),
      "attribution": event.attribution.map(JSON.string) ?? .null,
      "confidence": .number(Int64(event.confidence)),
      "mentions": .array(view.accounts.map { mention($0.report) }),
      "significance": .number(Int64(view.significance)),
    ])
  }

  private static func howCoded(_ view: EventView) -> JSON {
    let event = view.event
    return .object([
      "types": .strings(([event.type] + event.furtherTypes).map(\.rawValue)),
      "scope": event.scope.map { .number($0) } ?? .null,
      "coder": event.evidence?.coder.map(JSON.string) ?? .null,
      "coders": event.evidence?.coders ?? .object([]),
      "stageOf": view.stageOf.first.map { .string($0.description) } ?? .null,
      "tags": .strings(view.marks.tags),
      "starred": .bool(view.marks.isStarred),
      "notes": .strings(view.marks.notes),
      "updated": (view.updated ?? view.recorded).map { .string($0.description) } ?? .null,
    ])
  }

  private static func actor(_ actor: Actor) -> JSON {
    .object([
      "name": .string(actor.name), "role": actor.role.map(JSON.string) ?? .null,
    ])
  }

  private static func mention(_ report: Report) -> JSON {
    .object([
      "source": .string(report.mention.source),
      "url": report.mention.url.map(JSON.string) ?? .null,
      "published": report.mention.published.map { .string($0.text) } ?? .null,
      "title": .string(report.mention.title ?? report.event.title),
      "quote": report.mention.quote.map(JSON.string) ?? .null,
    ])
  }

  /// For programs, the first amount of an event stands in columns of its own; `amounts` says how many
  /// there are.
  static let columns =
    [
      Column("date") { .date($0["date"]) }, Column("type", key: "type"),
      Column("actors", key: "actors").fitting(.spare), Column("title", key: "title"),
      Column("stance", Column.stance).fitting(.spare),
      Column("sources", key: "significance", isNumeric: true),
      Column("id") { .id($0["id"]) },
      Column("polarity", key: "polarity", for: .programs),
      Column("precision", key: "precision", for: .programs),
      Column("recorded", for: .programs) { .moment($0["recorded"]) },
      Column("position", key: "position", isNumeric: true, for: .programs),
      Column("confidence", key: "confidence", isNumeric: true, for: .programs),
      Column("objects", key: "objects", for: .programs),
      Column("amounts", isNumeric: true, for: .programs) { row in
        Cell(.number(Int64(row["amounts"]?.elements?.count ?? 0)))
      },
      Column("metric", for: .programs) { Cell(amount($0)?["metric"]) },
      Column("value", isNumeric: true, for: .programs) { row in
        Cell(number: amount(row)?["value"]?.string)
      },
      Column("unit", for: .programs) { Cell(amount($0)?["currency"] ?? amount($0)?["unit"]) },
    ] + Column.parts(ofAmount: amount) + [
      Column("url", for: .programs) { row in
        .url((row["mentions"]?.elements ?? []).lazy.compactMap { $0["url"] }.first { !$0.isNull })
      }
    ]

  /// The same where they stand in the order in which the log learned of them, with the day.
  static let columnsOfLog =
    [
      Column("learned", for: .people) { row in
        .date((row["recorded"]?.string).map { .string(String($0.prefix(10))) })
      }
    ] + columns.map { $0.title == "sources" ? $0.fitting(.spare) : $0 }

  /// What people have put beside an event, for people a sign, and when what is told of it last changed;
  /// for programs columns at the end.
  static let markColumns = [
    Column("marks", for: .people) { row in
      let signs = (row["starred"] == true ? ["★"] : []) + (row["notes"] == .array([]) ? [] : ["✎"])
      return .text(
        (signs + (row["tags"]?.elements ?? []).compactMap(\.string)).joined(separator: " "))
    }.fitting(.spare),
    Column("tags", key: "tags", for: .programs), Column("starred", key: "starred", for: .programs),
    Column("notes", key: "notes", for: .programs),
    Column("updated", for: .programs) { .moment($0["updated"]) },
  ]

  @Sendable private static func amount(_ row: JSON) -> JSON? { row["amounts"]?.elements?.first }
}

extension Column {
  /// How firmly a source says it, and whether it denies it.
  @Sendable package static func stance(_ row: JSON) -> Cell {
    let stance = Cell(row["stance"]).plain
    return .text(row["polarity"]?.string == "denied" ? "\(stance), denied" : stance)
  }
}
