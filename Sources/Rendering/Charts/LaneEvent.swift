import EventModel
import JSONText

/// An event as a timeline draws it.
struct LaneEvent {
  let id: String
  let title: String
  let type: String
  let family: EventFamily
  let stance: String
  let isDenied: Bool
  let date: PartialDate
  let first: CivilDay
  /// Cut at the day for which it is asked.
  let last: CivilDay
  let actors: [String]
  /// How telling it is: a star, then how many sources tell it.
  let weight: Double
  let stageOf: String?

  /// Nil for an event that is dated after the day asked for, or by nothing.
  init?(_ row: JSON, asOf: CivilDay) {
    guard let text = row["date"]?.string, let date = try? PartialDate(edtf: text),
      let first = date.first ?? date.last, first <= asOf
    else { return nil }
    id = row["id"]?.string ?? ""
    title = row["title"]?.string ?? ""
    type = row["type"]?.string ?? ""
    family = EventFamily(EventType(rawValue: type))
    stance = row["stance"]?.string ?? ""
    isDenied = row["polarity"] == "denied"
    self.date = date
    self.first = first
    last = min(date.last ?? asOf, asOf)
    actors = (row["actors"]?.elements ?? []).compactMap { $0["name"]?.string }
    weight = (row["starred"] == true ? 1000 : 0) + (row["significance"]?.double ?? 0)
    stageOf = row["stageOf"]?.string
  }

  /// Known to a day, or a span of days.
  var isSpan: Bool { last.number - first.number > 7 }

  var isRumoured: Bool { stance == "rumoured" }

  /// `2023-03-14, model-release, rumoured: GPT-4 …`.
  var sentence: String {
    "\(date.text), \(type)\(isRumoured ? ", rumoured" : "")\(isDenied ? ", denied" : ""): \(title)"
  }
}
