import EventModel
import JSONText
import Projections

/// Events as rows of the contract `annals.events/1`.
enum EventAnswer {
  static let schema = "annals.events/1"

  static func row(_ reports: [ReportRow], recorded: Instant?) -> JSON {
    let (event, founder) = (reports[0].told.event, reports[0])
    let date = event.date ?? founder.told.mention.published
    return .object([
      "id": .string(founder.event.description),
      "position": .number(founder.since),
      "recorded": recorded.map { .string($0.description) } ?? .null,
      "date": date.map { .string($0.text) } ?? .null,
      "precision": date.map { .string($0.precision.rawValue) } ?? .null,
      "type": .string(event.type.rawValue),
      "title": .string(event.title),
      "actors": .array(event.actors.map(actor)),
      "objects": .strings(event.objects),
      "amounts": .array(event.amounts.map(\.contractJSON)),
      "stance": .string(event.stance.rawValue),
      "polarity": .string(event.polarity.rawValue),
      "attribution": event.attribution.map(JSON.string) ?? .null,
      "confidence": .number(Int64(event.confidence)),
      "mentions": .array(reports.map { mention($0.told) }),
      "significance": .number(Int64(Set(reports.map(\.told.mention.source)).count)),
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
    ])
  }

  static let columns = [
    Column("date", key: "date"), Column("type", key: "type"), Column("actors", key: "actors"),
    Column("title", key: "title"),
    Column("stance") { row in
      let stance = Column.text(row["stance"])
      return row["polarity"]?.string == "denied" ? "\(stance), denied" : stance
    },
    Column("sources", key: "significance", isNumeric: true),
    Column("id") { String(Column.text($0["id"]).prefix(8)) },
  ]
}
