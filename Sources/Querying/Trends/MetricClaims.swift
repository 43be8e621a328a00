package import EventModel
package import Forecasting
import Projections

/// What sources claim of a metric, and what of it a trend rests on.
package struct MetricClaims: Sendable {
  package enum Use: Equatable, Sendable {
    /// An observation.
    case fact
    /// Said of a time that had not begun, or by an event that is a forecast.
    case forecast
    /// At least, at most, or between.
    case bound
    case omitted(String)
  }

  package struct Row: Sendable {
    package let actor: String
    /// The end of the time that it is about; nil when it says none.
    package let day: CivilDay?
    package let amount: Amount
    package fileprivate(set) var use: Use

    package var value: Double { amount.value.double }
  }

  /// The currency or unit that most claims are in; of equally many the first by name.
  package let unit: String
  /// In the order of their days, those without one last.
  package private(set) var rows: [Row]

  init(_ claims: [Claim]) {
    let asserted = claims.filter { $0.account.report.event.polarity == .asserted }
    let units = Dictionary(asserted.map { ($0.amount.unit, 1) }, uniquingKeysWith: +)
    let unit = units.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? ""
    self.unit = unit
    let used = claims.map { Row($0, unit: unit) }
    let firmest = Self.firmest(zip(claims, used))
    var rows: [Row] = []
    for (claim, var row) in zip(claims, used) {
      if row.use == .fact { row.use = Self.use(of: row, claim, among: rows, firmest) }
      rows.append(row)
    }
    Self.omitRounded(&rows)
    self.rows = rows.enumerated().sorted {
      ($0.element.day ?? .distant, $0.offset) < ($1.element.day ?? .distant, $1.offset)
    }.map(\.element)
  }

  /// All that count, several a day too.
  package var observations: [Observation] {
    rows.compactMap { row in
      row.use == .fact
        ? row.day.map { Observation(day: Double($0.number), value: row.value) } : nil
    }
  }

  private struct Key: Hashable {
    let actor: String
    let day: CivilDay
  }

  /// The place of the firmest stance in which anybody states an actor's figure of a day.
  private static func firmest(_ claims: Zip2Sequence<[Claim], [Row]>) -> [Key: Int] {
    var best: [Key: Int] = [:]
    for (claim, row) in claims where row.use == .fact {
      let key = Key(actor: row.actor, day: row.day!)
      best[key] = min(best[key] ?? .max, claim.firmness)
    }
    return best
  }

  private static func use(
    of row: Row, _ claim: Claim, among earlier: [Row], _ firmest: [Key: Int]
  ) -> Use {
    if claim.firmness > firmest[Key(actor: row.actor, day: row.day!)]! {
      return .omitted("a firmer source states that day")
    }
    let isSaid = earlier.contains {
      $0.use == .fact && $0.actor == row.actor && $0.day == row.day && $0.value == row.value
        && $0.amount.approximate == row.amount.approximate
    }
    return isSaid ? .omitted("said already") : .fact
  }

  /// An approximate figure gives way to an exact one of its day that it may stand for.
  private static func omitRounded(_ rows: inout [Row]) {
    let exact = rows.filter { $0.use == .fact && !$0.amount.approximate }
    for index in rows.indices where rows[index].use == .fact && rows[index].amount.approximate {
      let row = rows[index]
      let isStated = exact.contains {
        $0.actor == row.actor && $0.day == row.day && abs($0.value - row.value) <= row.value / 10
      }
      if isStated { rows[index].use = .omitted("an exact figure is given") }
    }
  }

  /// The running record alone: the highest of its day where the metric rises, else the lowest.
  func frontier() -> MetricClaims {
    let rises = (try? GrowthTrend(observations).slope >= 0) ?? true
    var record: Double?
    var claims = self
    for index in rows.indices where rows[index].use == .fact {
      let value = rows[index].value
      if let best = record, rises ? value <= best : value >= best {
        claims.rows[index].use = .omitted("no record on its day")
      } else {
        record = value
      }
    }
    return claims
  }
}

extension MetricClaims.Row {
  fileprivate init(_ claim: Claim, unit: String) {
    let event = claim.account.report.event
    actor = claim.actor
    day = claim.period?.last
    amount = claim.amount
    use =
      if event.polarity != .asserted {
        .omitted("denied")
      } else if claim.amount.unit != unit {
        .omitted("in \(claim.amount.unit)")
      } else if day == nil {
        .omitted("without a date")
      } else if claim.amount.value.double <= 0 {
        .omitted("not positive")
      } else if claim.amount.direction != nil {
        .omitted("a change, no level")
      } else if claim.isOfForecast || claim.isAhead {
        .forecast
      } else if claim.amount.bound != nil || claim.amount.range != nil {
        .bound
      } else {
        .fact
      }
  }
}

extension CivilDay {
  fileprivate static let distant = CivilDay(number: 3_000_000)
}
