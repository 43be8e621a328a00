import EventModel
import Forecasting
import JSONText

extension ForecastAnswer {
  /// In words first and numbers after; `explaining` adds each figure's formula and the numbers put into
  /// it.
  package func document(explaining: Bool = false) -> Document {
    let opening = inOneSentence.map { (title: $0, rest: [heading]) } ?? (title: heading, rest: [])
    var parts = (opening.rest + silence + dates + lengths).map(Document.Part.paragraph)
    parts.append(.table(Table(ForecastAnswer.columns(input.unit), views, chart: .fans)))
    parts += (refusals + shifts + chances).map(Document.Part.paragraph)
    parts.append(.notes(warnings))
    if explaining { parts += forecast.derivations.map { .paragraph(told($0)) } }
    return Document(title: opening.title, parts: parts, json: json)
  }

  /// `Most likely 2025 to 2031; half by 2027-04; 3.1 % before New Year.` Nil where the law leaves the calendar.
  private var inOneSentence: String? {
    let law = forecast.lawNow
    let fifty = law.intervals.fifty
    guard let median = input.day(at: law.median), let early = input.day(at: fifty.lowerBound),
      let late = input.day(at: fifty.upperBound),
      let newYear = CivilDay(year: input.asOf.year + 1, month: 1, day: 1)
    else { return nil }
    let span = late.number - early.number
    // As exact as the interval is wide: years, months or days, and half a step finer in its middle.
    let (ends, middle) = span > 3 * 365 ? (4, 7) : span > 92 ? (7, 10) : (10, 10)
    func told(_ day: CivilDay, _ length: Int) -> String { String(day.description.prefix(length)) }
    let before = chances(by: [newYear.advanced(by: -1)]).first.map {
      "; \(percent($0.probability)) before New Year"
    }
    return
      "Most likely \(told(early, ends)) to \(told(late, ends)); half by \(told(median, middle))"
      + "\(before ?? "")."
  }

  private var heading: String {
    let current = input.current.map { "“\($0)”" } ?? "the current phase"
    let age = input.elapsed.map { Numerals.short($0) + " \(input.unit.rawValue)s" }
    let name = input.sequence ?? "durations"
    guard let knownUntil = input.knownUntil else {
      let began = input.began.map { " began \($0)" + (age.map { ", \($0) ago" } ?? "") }
      return "\(name) as of \(input.asOf): \(current)\(began ?? " has no known beginning")."
    }
    let began = input.began.map { " began \($0)" + (age.map { " and had lasted \($0)" } ?? "") }
    return "known until \(knownUntil.day): \(name), \(current)"
      + "\(began ?? " has no known beginning")."
  }

  /// What the log cannot know of the time between.
  private var silence: [String] {
    guard let known = input.knownUntil, known.day < input.asOf else { return [] }
    let days = input.asOf.number - known.day.number
    return [
      "As of \(input.asOf) the log is silent for \(days) days (\(known.reason)), and silence does not "
        + "say “not yet”: this is the forecast of \(known.day)."
    ]
  }

  /// The forecast in dates, first of all.
  private var dates: [String] {
    let law = forecast.lawNow
    let eighty = law.intervals.eighty
    guard let median = input.day(at: law.median), let early = input.day(at: eighty.lowerBound)
    else { return [] }
    let late = input.day(at: eighty.upperBound)?.description ?? "beyond the calendar"
    var lines = ["It ends by \(median) with even odds, 80 %: \(early) to \(late)."]
    lines += by.map { "By \($0.day): \(percent($0.probability))." }
    if let chance = forecast.chanceOfEnd, chance >= 0.3 {
      lines.append(
        "Perhaps no further phase comes: so long a silence makes that \(percent(chance)) likely, if it "
          + "is so after one phase of twenty. All else is said in case one comes.")
    }
    return lines
  }

  private func percent(_ share: Double) -> String {
    "\(Numerals.short((share * 1000).rounded() / 10)) %"
  }

  /// The phases after the current one.
  private var shifts: [String] {
    guard let steps, let ahead else { return [] }
    return (1...steps).map { step in
      let days = [0.5, 0.1, 0.9].map { p in
        input.day(at: ahead.quantile(p, step: step))?.description ?? "beyond the calendar"
      }
      let chances = byDays.map { day, length in
        ", by \(day) \(percent(ahead.probability(step: step, by: length)))"
      }
      return "shift \(step) from here: \(days[0]), 80 %: \(days[1]) to \(days[2])"
        + chances.joined()
    }
  }

  /// What the lengths say by themselves.
  private var lengths: [String] {
    guard let fit = forecast.fit else { return [] }
    var lines = [
      "Phases lasted \(lengths(forecast)) \(input.unit.rawValue)s: each \(Warning.change(fit.ratio)). "
        + "By that law the next lasts \(length(fit.predicted()))."
    ]
    if let other = byBoundaries, let fit = other.fit {
      lines.append(
        "By their boundaries they lasted \(lengths(other)): each \(Warning.change(fit.ratio)), "
          + "the next \(length(fit.predicted())).")
    }
    return lines
  }

  private func lengths(_ forecast: PhaseForecast) -> String {
    forecast.durations.map { Numerals.short($0.value) }.joined(separator: ", ")
  }

  private func length(_ duration: Double) -> String {
    let day =
      input.day(at: duration).map { ", to \($0)" + ($0 < input.start ? " (passed)" : "") } ?? ""
    return "\(Numerals.short(duration)) \(input.unit.rawValue)s\(day)"
  }

  /// A row a view of the current phase's length: the two forecasts and the baselines.
  private var views: [JSON] {
    let law = forecast.law
    let isClassAlone = forecast.method == .bma
    var rows: [JSON] = []
    if case .success(let data) = forecast.dataOnly {
      rows.append(view("data only", data.median, data.intervals))
    }
    rows.append(view(isClassAlone ? "reference class" : "average", law.median, law.intervals))
    if case .success(let conditional) = forecast.conditional {
      rows.append(view("… and not yet ended", conditional.median, conditional.intervals))
    }
    if let method, method != forecast.method, case .success(let law) = self.law(by: method) {
      rows.append(view(method.rawValue, law.median, law.intervals))
    }
    for (name, baseline) in [
      ("weighted level", .success(forecast.baselines.weightedLevel)),
      ("last value", forecast.baselines.lastValue), ("no trend", forecast.baselines.noTrend),
      ("Poisson", forecast.baselines.poisson), ("Gott", forecast.baselines.gott),
    ] {
      if case .success(let baseline) = baseline {
        rows.append(view("baseline: \(name)", baseline.median, baseline.intervals))
      }
    }
    return rows
  }

  private func view(_ name: String, _ median: Double, _ intervals: Intervals) -> JSON {
    .object([
      "view": .string(name), "median": number(median), "intervals": self.intervals(intervals),
      "date": date(median),
    ])
  }

  private static func columns(_ unit: DurationUnit) -> [Column] {
    @Sendable func end(_ row: JSON, _ level: String, _ place: Int) -> Double? {
      row["intervals"]?[level]?.elements?[place].double
    }
    let levels = ["50", "80", "95"]
    let views = [
      Column("view", key: "view"),
      Column("median", isNumeric: true) { .decimal($0["median"]?.double) },
    ]
    let shown = levels.map { level in
      Column("\(level) %", for: .people) { row in
        guard let low = end(row, level, 0), let high = end(row, level, 1) else { return .empty }
        return .text(Numerals.short(low...high))
      }
    }
    let plain = levels.flatMap { level in
      [
        Column("low \(level)", isNumeric: true, for: .programs) { .decimal(end($0, level, 0)) },
        Column("high \(level)", isNumeric: true, for: .programs) { .decimal(end($0, level, 1)) },
      ]
    }
    return views + shown + plain + [
      Column("date", for: .programs) { .date($0["date"]) },
      Column("unit", for: .programs) { _ in .text(unit.rawValue) },
    ]
  }

  /// The views that are not given, with the reasons; and the envelope, which has no median.
  private var refusals: [String] {
    var lines: [String] = []
    if case .failure(let refusal) = forecast.dataOnly {
      lines.append("data only: refused: \(refusal)")
    }
    if case .success(let envelope) = forecast.roundingEnvelope {
      let boxes = zip(forecast.durations, envelope.boxes).map { duration, box in
        "\(Numerals.short(duration.value))±\(Numerals.short((box.upperBound - box.lowerBound) / 2))"
      }
      lines.append(
        "rounding envelope: \(Numerals.short(envelope.range)) through "
          + boxes.joined(separator: ", "))
    }
    if let method, case .failure(let refusal) = law(by: method) {
      lines.append("\(method.rawValue): refused: \(refusal)")
    }
    return lines
  }

  private var chances: [String] {
    guard !pBy.isEmpty else { return [] }
    let told = pBy.map { "\($0.day) \(Numerals.short($0.probability))" }.joined(separator: ", ")
    let coverage = coverageOfKind.sentence
    return [
      "P(shift before): \(told)",
      "\(weights); all figures in \(input.unit.rawValue)s.",
      coverage.prefix(1).uppercased() + coverage.dropFirst() + ".",
    ]
  }

  private var weights: String {
    let trend = Numerals.short(forecast.weightTrend)
    guard forecast.method == .average else {
      return "The reference class gives a trend the weight \(trend)"
    }
    let rest = forecast.average.weights
    return "The average gives a trend the weight \(trend), a lasting level "
      + "\(Numerals.short(rest.noTrend)), a drifting level \(Numerals.short(rest.driftingLevel))"
  }

  private func told(_ figure: Derivation) -> String {
    let inputs = figure.inputs.map { "\($0.name) = \(Numerals.short($0.value))" }
    return "\(figure.figure) = \(Numerals.short(figure.value)) = \(figure.formula) with "
      + inputs.joined(separator: ", ")
  }
}
