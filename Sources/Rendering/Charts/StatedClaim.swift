import EventModel
import JSONText

/// A claim as a comparison draws it.
struct StatedClaim {
  let actor: String
  let value: Double
  let unit: String
  /// As the table shows it: `~36,000,000`.
  let period: String
  /// Under which it stands: a day counts to its year, for what holds on a day is hardly told of the same day twice.
  let column: String
  let last: CivilDay?
  let isRumoured: Bool
  let isDenied: Bool
  let sentence: String

  init?(_ row: JSON) {
    guard let value = Double(row["value"]?.string ?? ""), let actor = row["actor"]?.string else {
      return nil
    }
    (self.actor, self.value) = (actor, value)
    unit = (row["currency"] ?? row["unit"])?.string ?? ""
    period = row["period"]?.string ?? "no period"
    let date = row["period"]?.string.flatMap { try? PartialDate(edtf: $0) }
    last = date?.last
    column = date?.precision == .day ? date?.last.map { "\($0.year)" } ?? period : period
    isRumoured = row["stance"] == "rumoured"
    isDenied = row["polarity"] == "denied"
    let stance = (row["stance"]?.string ?? "") + (isDenied ? ", denied" : "")
    sentence =
      "\(actor), \(period): \(ValueScale.short(value)) \(unit), \(stance), "
      + (row["source"]?.string ?? "")
  }
}
