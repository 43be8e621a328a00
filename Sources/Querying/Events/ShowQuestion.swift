public import EventModel
public import JSONText
import Projections

extension Inquiry {
  public static let show = Inquiry(
    "show", "Show one event with its mentions, its history and why it was coded so.",
    schema: EventDetail.schema,
    [Parameter("event", .text, "The event's id, or its first digits.", isRequired: true)]
  ) { question, arguments in
    try question.event(named: arguments.text("event") ?? "").document
  }
}

extension Question {
  /// The one event that a prefix of an id names.
  public func event(named prefix: String) throws -> EventDetail {
    guard prefix.utf8.count >= 4, prefix.allSatisfy(\.isHexDigit) else {
      throw QueryError(
        "“\(prefix)” names no event", hint: "give at least four hexadecimal digits of its id")
    }
    let ids = try snapshot.events(named: prefix)
    guard ids.count <= 1 else {
      throw QueryError(
        "\(ids.count) events begin with \(prefix)",
        hint: "give more digits: \(ids.prefix(5).map(\.description).joined(separator: ", "))")
    }
    guard let id = ids.first else {
      throw NoSuchEvent(prefix: prefix)
    }
    let reports = try snapshot.reports(of: [id])[0]
    return EventDetail(
      id: id, reportIDs: reports.map(\.report),
      row: EventAnswer.row(reports, recorded: try snapshot.recorded(reports[0].since)),
      reports: reports.map(\.told), history: try snapshot.history(of: reports.map(\.report)))
  }
}

/// An event with everything that is known of it.
public struct EventDetail: Sendable {
  public let id: RecordID
  /// The records that reported it, the founding one first.
  public let reportIDs: [RecordID]
  static let schema = "annals.event/1"

  /// Its row in `annals.events/1`.
  public let row: JSON
  /// What each source tells, the founding report first.
  public let reports: [Report]
  /// The records that are about its reports, oldest first.
  public let history: [Record]

  /// The row with its history: `{…, "history": [{position, recorded, kind, data}]}`.
  public var json: JSON {
    let history = history.map { record in
      JSON.object([
        "position": .number(record.position), "recorded": .string(record.recorded.description),
        "kind": .string(record.change.kind.name), "data": record.change.data,
      ])
    }
    let schema = JSON.Member("schema", .string(EventDetail.schema))
    return .object([schema] + (row.members ?? []) + [.init("history", .array(history))])
  }
}

extension EventDetail {
  /// What, when, who, how much, who says so, and how the log came to it. For programs, a row a mention.
  var document: Document {
    Document(
      title: row["title"]?.string,
      parts: [
        .table(
          Table(
            EventAnswer.columns + EventDetail.mentionColumns, mentions(of: row), for: .programs)),
        .facts(Facts(facts, for: .people)),
        .table(Table(EventDetail.accountColumns, accounts, title: "mentions", for: .people)),
        .table(Table(EventDetail.historyColumns, told, title: "history", for: .people)),
      ], json: json)
  }

  private var facts: [Fact] {
    let event = reports[0].event
    func text(_ key: String) -> String { Cell(row[key]).plain }
    var facts = [
      Fact("event", .text("\(text("id"))  @\(text("position"))")),
      Fact("date", .text("\(text("date")) (\(text("precision")))")),
      Fact("type", .text(text("type"))), Fact("stance", Column.stance(row)),
    ]
    facts += event.actors.map { actor in
      Fact("actor", .text(actor.name + (actor.role.map { " (\($0))" } ?? "")))
    }
    facts += event.objects.map { Fact("object", .text($0)) }
    facts += (row["amounts"]?.elements ?? []).compactMap(StatedAmount.init).map { amount in
      Fact("amount", .text(amount.sentence))
    }
    if let attribution = event.attribution { facts.append(Fact("says", .text(attribution))) }
    if let phase = event.phase { facts.append(Fact("phase", .text(phase))) }
    if let evidence = event.evidence {
      facts.append(
        Fact("coded", .text("by “\(evidence.trigger)”, confidence \(evidence.confidence) of 100")))
    }
    return facts
  }

  /// The event's row once for each mention, which stands in it under `mention`.
  private func mentions(of row: JSON) -> [JSON] {
    (row["mentions"]?.elements ?? []).map { mention in
      .object((row.members ?? []) + [.init("mention", mention)])
    }
  }

  private static let mentionColumns = [
    Column("source", for: .programs) { Cell($0["mention"]?["source"]) },
    Column("source url", for: .programs) { .url($0["mention"]?["url"]) },
    Column("published", for: .programs) { .date($0["mention"]?["published"]) },
    Column("source title", for: .programs) { Cell($0["mention"]?["title"]) },
  ]

  private var accounts: [JSON] {
    zip(reportIDs, reports).map { id, report in
      .object([
        "id": .string(id.description), "source": .string(report.mention.source),
        "published": report.mention.published.map { .string($0.text) },
        "title": report.mention.title.map(JSON.string), "url": report.mention.url.map(JSON.string),
      ])
    }
  }

  private static let accountColumns = [
    Column("id") { .id($0["id"]) }, Column("published") { .date($0["published"]) },
    Column("source", key: "source"), Column("title", key: "title"),
    Column("url", key: "url"),
  ]

  private var told: [JSON] {
    history.map { record in
      .object([
        "position": .string("@\(record.position)"),
        "recorded": .string(record.recorded.description),
        "kind": .string(record.change.kind.name), "why": record.change.reason.map(JSON.string),
      ])
    }
  }

  private static let historyColumns = [
    Column("position", key: "position"), Column("recorded", key: "recorded"),
    Column("what", key: "kind"), Column("why", key: "why"),
  ]
}

extension Change {
  /// Why it was made, where that is told.
  fileprivate var reason: String? {
    switch self {
    case .eventMentioned(let mention): mention.reason
    case .eventAmended(let amendment): amendment.reason
    case .eventRetracted(let retraction): retraction.reason
    case .eventsMerged(let merge): merge.reason
    case .eventSplit(let split): split.reason
    default: nil
    }
  }
}

/// No event bears an id that begins like this.
public struct NoSuchEvent: Error, Equatable, Sendable {
  public let prefix: String
}
