import EventModel
import Forecasting
import JSONText

extension MetricTrend {
  /// What is claimed, what the trend rests on, and what follows in words.
  var document: Document {
    let shown = claims.rows.filter { $0.day != nil && !claims.isOmitted($0) }
    let whose = actor.map { " of \($0)" } ?? ""
    return Document(
      title: "\(metric)\(whose)\(isFrontier ? ", records" : ""), in \(units)",
      parts: [.table(Table(columns, shown.map(\.json)))]
        + sentences.map(Document.Part.paragraph), json: json)
  }

  private var columns: [Column] {
    [
      Column("day") { .date($0["day"]) },
      Column("value", isNumeric: true) { row in
        let plain = Cell(row["value"]).plain
        let isLong = row["value"]?.double ?? 0 >= 1e15
        let stated = StatedAmount(
          .object([
            "value": .string(plain), "unit": row["unit"], "approx": row["approx"],
            "bound": row["bound"],
          ]))?.number
        return .number(plain, shown: isLong ? Numerals.told(Double(plain) ?? 0) : stated ?? plain)
      },
      Column("unit", for: .programs) { [unit] _ in Cell(unit) },
      Column("kind") { row in
        row["use"] == "fact" ? .empty : Cell(row["use"])
      },
      Column("actor", key: "actor", for: actor == nil ? .everyone : .programs),
    ]
  }

  private var sentences: [String] {
    var lines: [String] = []
    switch trend {
    case .failure(let refusal): lines.append("no trend: \(refusal)")
    case .success(let trend): lines += told(trend)
    }
    if case .success(let law) = forecast, let day = forecastDay {
      let eighty = law.intervals.eighty
      lines.append(
        "on \(day), a year after the last: \(amount(law.median)), 80 %: "
          + "\(amount(eighty.lowerBound)) to \(amount(eighty.upperBound))")
    }
    return lines + reaching + omissions
  }

  private func told(_ trend: GrowthTrend) -> [String] {
    let growth = "by the factor \(Numerals.short(trend.growthPerYear)) a year, 95 %: "
    var lines: [String] = []
    if trend.isTold() {
      let verb = trend.slope > 0 ? "grows" : "falls"
      lines.append("\(verb) \(growth)\(Numerals.short(trend.growthInterval()))")
    } else {
      lines.append(
        "not told from no growth: \(growth)\(Numerals.short(trend.growthInterval()))")
    }
    if let days = trend.doublingDays, let interval = trend.doublingInterval() {
      let ends = [interval.lowerBound, interval.upperBound].map(abs).sorted()
      lines.append(
        "\(days > 0 ? "doubles" : "halves") in \(Numerals.short(abs(days))) days, 95 %: "
          + Numerals.short(ends[0]...ends[1]))
    }
    lines.append(
      "from \(trend.count) observations, R² \(Numerals.short(trend.r2)); intervals by "
        + GrowthTrend.intervalKind)
    return lines
  }

  private var reaching: [String] {
    guard let level else { return [] }
    switch level.forecast {
    case .failure(let refusal): return ["\(amount(level.value)): \(refusal)"]
    case .success(let forecast):
      let latest = forecast.latest.map { "to \(told($0))" } ?? "on, or never"
      return [
        "reaches \(amount(level.value)) by \(told(forecast.day)) with even odds, 95 %: "
          + "\(told(forecast.earliest)) \(latest); such intervals held 88 % of 153 crossings"
      ]
    }
  }

  /// How many claims do not count, by reason.
  private var omissions: [String] {
    let reasons = claims.omitted.compactMap { row in
      if case .omitted(let reason) = row.use { reason } else { nil }
    }
    guard !reasons.isEmpty else { return [] }
    let counts = Dictionary(reasons.map { ($0, 1) }, uniquingKeysWith: +).sorted { $0.key < $1.key }
    return [
      "\(reasons.count) of \(claims.rows.count) claims are left out: "
        + counts.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
    ]
  }

  private func told(_ day: Double) -> String { date(day).string ?? "beyond the calendar" }

  private func amount(_ value: Double) -> String { "\(Numerals.told(value)) \(units)" }

  /// Currencies and abbreviations have no plural.
  private var units: String {
    unit == unit.uppercased() || unit == "percent" ? unit : unit + "s"
  }
}

extension MetricClaims {
  func isOmitted(_ row: Row) -> Bool {
    if case .omitted = row.use { true } else { false }
  }
}
