import Ingestion
import JSONText
import Querying

extension Appended {
  /// `95 events, 97 mentions, 14 phases` — or that there was nothing new.
  var sentence: String {
    let parts = [
      (items, "item"), (revisions, "revision"), (events, "event"), (mentions, "mention"),
      (phases, "phase statement"), (amendments, "amendment"),
      (forecasts, "forecast statement"),
    ]
    let told = parts.filter { $0.0 > 0 }.map { Numerals.counted($0.0, $0.1) }
    return told.isEmpty ? "nothing new" : told.joined(separator: ", ")
  }

  /// All counts, by their names.
  var counts: [JSON.Member] {
    [
      ("records", records), ("items", items), ("revisions", revisions), ("events", events),
      ("mentions", mentions), ("phases", phases), ("amendments", amendments),
      ("forecasts", forecasts), ("flagged", flagged),
    ].map { JSON.Member($0, .number(Int64($1))) }
  }
}
