import EventModel
import Forecasting
import JSONText
import Projections

/// A line of what is new: an event that was learned of, or what became of one or of a forecast.
struct NewsRow {
  /// In the order in which people are told.
  enum Kind: String, CaseIterable {
    case event, confirmed, denied, corrected, gone, forecast
  }

  let kind: Kind
  let id: RecordID
  /// The type of the event, or what has happened.
  let label: String
  let title: String
  /// How firmly it is said, or what it is to what was known.
  let says: String
  /// How many sources tell it; nil where that is not the news.
  let sources: Int?
  let view: EventView?
  /// The more telling, the larger: told by many, official, surely coded.
  let weight: (significance: Int, stance: Int, confidence: Int, position: Int64)

  /// Of an event; `says` in the place of its stance, and `told` for one report of it.
  init(_ view: EventView, _ kind: Kind, _ says: String?, told: Account? = nil) {
    let event = told?.report.event ?? view.event
    let isDenied = event.polarity == .denied
    self.kind = kind == .event && isDenied ? .denied : kind
    self.view = view
    id = view.id
    label =
      switch kind {
      case .event, .confirmed, .denied: isDenied ? "denied" : event.type.rawValue
      case .corrected: "corrected"
      case .gone: "gone"
      case .forecast: "forecast"
      }
    title = event.title
    self.says = says ?? (isDenied ? "\(event.stance.rawValue), denied" : event.stance.rawValue)
    let stance = Stance.allCases.count - (Stance.allCases.firstIndex(of: view.stance) ?? 0)
    weight = (view.significance, stance, view.event.confidence, view.position)
    sources = says == nil ? weight.significance : nil
  }

  /// Of a forecast that was resolved or annulled, or of which that was undone.
  init(_ row: LedgerRow) {
    kind = .forecast
    view = nil
    weight = (0, 0, 0, 0)
    id = row.id
    label = "forecast"
    title = row.issue.title
    sources = nil
    says =
      if let resolution = row.resolution {
        "resolved: \(resolution.date)" + (NewsRow.verdict(on: row).map { ", \($0)" } ?? "")
      } else if let annulment = row.annulment {
        "annulled: \(annulment.reason)"
      } else {
        "open again"
      }
  }

  private static func verdict(on row: LedgerRow) -> String? {
    if let pit = row.score?.pit { return verdict(pit: pit) }
    return row.cameTrue.map { $0 ? "it came true" : "it did not come true" }
  }

  /// Within which of its intervals an outcome was, by the probability that the law gave to less.
  static func verdict(pit: Double) -> String {
    for (level, tail) in [("50", 0.25), ("80", 0.1), ("95", 0.025)]
    where (tail...(1 - tail)).contains(pit) {
      return "inside its \(level) %"
    }
    return "outside its 95 %"
  }

  /// `confirms the rumour of 4 days ago`.
  static func confirming(_ rumour: EventView, on day: CivilDay) -> String {
    let told = rumour.head.report.mention.published?.last ?? rumour.recorded?.day ?? day
    return
      switch day.number - told.number
    {
    case ..<1: "confirms the rumour of today"
    case 1: "confirms the rumour of yesterday"
    case 2...60: "confirms the rumour of \(day.number - told.number) days ago"
    default: "confirms the rumour of \(told)"
    }
  }

  var json: JSON {
    .object([
      "kind": .string(kind.rawValue),
      "id": .string(id.description),
      "label": .string(label),
      "title": .string(title),
      "says": .string(says),
      "sources": sources.map { .number(Int64($0)) } ?? .null,
      "event": view.map(EventAnswer.row) ?? .null,
    ])
  }

  /// Without titles, for people.
  static let columns = [
    Column("", key: "label"), Column("", key: "title").fitting(.title),
    Column("") { row in
      let count = row["sources"]?.integer.map { Numerals.counted(Int($0), "source") }
      return .text([row["says"]?.string, count].compactMap(\.self).joined(separator: ", "))
    }.fitting(.whole),
    Column("") { .id($0["id"]) },
  ]

  static let columnsForPrograms =
    [
      Column("kind", key: "kind"), Column("label", key: "label"), Column("title", key: "title"),
      Column("says", key: "says"), Column("sources", key: "sources", isNumeric: true),
      Column("id") { .id($0["id"]) },
      Column("date") { .date($0["event"]?["date"]) },
      Column("type") { Cell($0["event"]?["type"]) },
      Column("actors") { Cell($0["event"]?["actors"]) },
      Column("stance") { Cell($0["event"]?["stance"]) },
      Column("polarity") { Cell($0["event"]?["polarity"]) },
      Column("url") { row in
        .url(
          (row["event"]?["mentions"]?.elements ?? []).lazy.compactMap { $0["url"] }
            .first { !$0.isNull })
      },
    ]
}

extension EventDetail.Correction {
  /// What differs in what an event tells, in the words of the report that speaks for it.
  static func between(_ former: EventView, _ now: EventView) -> [EventDetail.Correction] {
    let account = now.accounts.first { $0.id == former.head.id } ?? now.head
    var (old, new) = (former.head.report.event, account.report.event)
    // An event is dated by all its reports together.
    (old.date, new.date) = (former.date, now.date)
    let (was, now) = (old.json, new.json)
    let quiet: Set = ["types", "scope", "phase", "horizon"]
    return (EventPatch.difference(from: old, to: new)?.fields ?? []).filter {
      !quiet.contains($0.key)
    }.map { field in
      EventDetail.Correction(field: field.key, old: was[field.key], new: now[field.key])
    }
  }
}
