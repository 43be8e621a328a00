import EventModel
import Projections

extension Claim {
  /// The place of its stance: official first, then reported, then rumoured.
  var firmness: Int { Stance.allCases.firstIndex(of: account.report.event.stance)! }

  /// Whether it leaves open whose word it is: 0 where it does not.
  var hearsay: Int { account.report.event.attribution == nil ? 1 : 0 }

  var isExact: Bool { !amount.approximate && amount.bound == nil && amount.range == nil }

  var isDenied: Bool { account.report.event.polarity == .denied }

  /// Whether the event that claims it is a forecast.
  var isOfForecast: Bool {
    let event = account.report.event
    return ([event.type] + event.furtherTypes).contains { $0.rawValue == "forecast" }
  }

  /// The day on which its source told it.
  var told: CivilDay? { account.report.mention.published?.last }

  /// Whether its time had not begun when it was told.
  var isAhead: Bool {
    guard let first = period?.first, let told else { return false }
    return first > told
  }

  /// Whether it adds up over a time, so that a quarter's is no year's, and a day's is none at all.
  var isFlow: Bool { Claim.flows.contains(metric) || metric.hasSuffix("growth") }

  private static let flows: Set = [
    "revenue", "revenue_forecast", "net_profit", "net_loss", "ebitda", "operating_profit",
    "gross_profit", "cash_flow", "capex", "research_spending", "spending",
  ]
}
