package import EventModel
package import JSONText
package import Projections

/// An event with everything that is known of it.
package struct EventDetail: Sendable {
  static let schema = "annals.event/1"

  package let view: EventView
  /// None of its accounts counts any longer.
  package let isRetracted: Bool
  /// The digits that were asked for, where they name an event that was merged into this one, or a
  /// report of it.
  package let merged: String?
  /// The records that are about its accounts, oldest first.
  package let history: [Step]

  package var id: RecordID { view.id }
  package var accounts: [Account] { view.accounts }

  /// A record of its history.
  package struct Step: Sendable {
    package let record: Record
    package let corrections: [Correction]
  }

  /// A field of an account, before an amendment and after it.
  package struct Correction: Sendable {
    let field: String
    let old: JSON?
    let new: JSON?

    /// `date 2023-03-15 → 2023-03-14`; of several amounts, those that differ.
    var sentence: String {
      func differing(_ value: JSON?, _ other: JSON?) -> JSON? {
        guard field == "amounts", let amounts = value?.elements else { return value }
        let same = other?.elements ?? []
        return .array(amounts.filter { !same.contains($0) })
      }
      func text(_ value: JSON?) -> String {
        let amounts = (value?.elements ?? []).compactMap(StatedAmount.init)
        if !amounts.isEmpty { return amounts.map(\.sentence).joined(separator: ", ") }
        let plain = Cell(value ?? .null).plain
        return plain.isEmpty ? "–" : plain
      }
      return "\(field) \(text(differing(old, new))) → \(text(differing(new, old)))"
    }
  }

  /// The same with its actors under the names that people have given to them.
  func naming(_ names: ActorNames) -> EventDetail {
    EventDetail(
      view: view.naming(names), isRetracted: isRetracted, merged: merged, history: history)
  }

  /// What a record of its history corrected, a sentence a field.
  package func sentences(of id: RecordID) -> [String] {
    history.first { $0.record.id == id }?.corrections.map(\.sentence) ?? []
  }

  /// Its row in `annals.events/1`.
  private var row: JSON { EventAnswer.row(view) }

  /// The row with its history: `{…, "history": [{position, recorded, kind, data, changes}]}`.
  package var json: JSON {
    let history = history.map { step in
      let changes = step.corrections.map { correction in
        JSON.object([
          "field": .string(correction.field), "old": correction.old ?? .null,
          "new": correction.new ?? .null,
        ])
      }
      return JSON.object([
        "position": .number(step.record.position),
        "recorded": .string(step.record.recorded.description),
        "kind": .string(step.record.type.name), "data": step.record.change.data,
        "id": .string(step.record.id.description), "changes": .array(changes),
      ])
    }
    let schema = JSON.Member("schema", .string(EventDetail.schema))
    return .object(
      [schema] + (row.members ?? []) + [
        .init("history", .array(history)),
        .init("standing", isRetracted ? "retracted" : "current"),
      ])
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
            EventAnswer.columns + EventDetail.mentionColumns + EventAnswer.markColumns,
            mentions(of: row), for: .programs)),
        .facts(Facts(facts, for: .people)),
        .table(Table(EventDetail.accountColumns, told, title: "mentions", for: .people)),
        .table(Table(EventDetail.historyColumns, steps, title: "history", for: .people)),
      ], json: json)
  }

  private var standing: String {
    if isRetracted { return ", retracted" }
    return merged.map { ", of which \($0) is a part" } ?? ""
  }

  private var facts: [Fact] {
    let event = view.event
    func text(_ key: String) -> String { Cell(row[key]).plain }
    var facts = [
      Fact("event", .text("\(text("id"))  @\(text("position"))\(standing)")),
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
    let marks = view.marks
    if marks.isStarred { facts.append(Fact("starred", .boolean(true))) }
    if !marks.tags.isEmpty { facts.append(Fact("tags", .text(marks.tags.joined(separator: ", ")))) }
    facts += marks.notes.map { Fact("note", .text($0)) }
    if let evidence = event.evidence {
      facts.append(
        Fact("coded", .text("by “\(evidence.trigger)”, confidence \(evidence.confidence) of 100")))
      if let reader = evidence.reader {
        let fields = evidence.fieldsByReader.joined(separator: ", ")
        facts.append(Fact("read", .text("\(fields) by \(reader)")))
      }
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

  private var told: [JSON] {
    accounts.map { account in
      let mention = account.report.mention
      return .object([
        "id": .string(account.id.description), "source": .string(mention.source),
        "published": mention.published.map { .string($0.text) },
        "title": mention.title.map(JSON.string), "url": mention.url.map(JSON.string),
      ])
    }
  }

  private static let accountColumns = [
    Column("id") { .id($0["id"]) }, Column("published") { .date($0["published"]) },
    Column("source", key: "source"), Column("title", key: "title"),
    Column("url", key: "url"),
  ]

  private var steps: [JSON] {
    history.map { step in
      let change = step.record.change
      let what = step.corrections.map(\.sentence).joined(separator: "; ")
      return .object([
        "position": .string("@\(step.record.position)"),
        "recorded": .string(step.record.recorded.description),
        "kind": .string(step.record.type.name),
        "change": what.isEmpty ? nil : .string(what), "why": change.reason.map(JSON.string),
        "id": .string(step.record.id.description),
      ])
    }
  }

  private static let historyColumns = [
    Column("position", key: "position"), Column("recorded") { .moment($0["recorded"]) },
    Column("what", key: "kind"), Column("change", key: "change").fitting(.whole),
    Column("why", key: "why").fitting(.whole), Column("id") { .id($0["id"]) },
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
    case .eventsLinked(let link): "\(link.stage): \(link.reason)"
    case .actUndone(let undoing): undoing.reason
    case .eventNoted(let note): note.text
    case .reviewAnswered(let answer): "\(answer.question): \(answer.answer)"
    case .eventTagged(let tag): tag.isOn ? tag.tag : "no longer \(tag.tag)"
    case .eventStarred(let star): star.isOn ? nil : "no longer"
    default: nil
    }
  }
}
