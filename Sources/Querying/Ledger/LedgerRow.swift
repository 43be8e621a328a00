package import EventModel
package import Forecasting
import JSONText
import Projections

/// An entry of the ledger with its standing on a day.
package struct LedgerRow: Sendable {
  package enum Standing: String, Sendable {
    case open
    /// Its time is up, and what decides it has not come.
    case overdue
    /// Its time is up, and the log does not know of that time.
    case undecided
    case resolved, annulled
  }

  let entry: LedgerEntry
  package let standing: Standing
  /// How the law fared; nil while it is open, and for forecasts that gave no law.
  package let score: ForecastScore?

  /// The record that issued it.
  package var id: RecordID { entry.id }
  package var issue: ForecastIssue { entry.issue }
  package var resolution: ForecastResolution? { entry.resolution }
  package var annulment: ForecastAnnulment? { entry.annulment }

  /// `knownUntil` is the day to which the log would know what decides it; nil where people judge.
  init(_ entry: LedgerEntry, on day: CivilDay, knownUntil: CivilDay? = nil) {
    self.entry = entry
    if entry.annulment != nil {
      standing = .annulled
    } else if entry.resolution != nil {
      standing = .resolved
    } else if let due = entry.issue.due, due < day {
      standing = knownUntil.map { $0 < due } ?? false ? .undecided : .overdue
    } else {
      standing = .open
    }
    if let value = entry.resolution?.value, value > 0, let law = entry.issue.law,
      value > law.elapsed
    {
      score = ForecastScore(law.durationLaw, outcome: value)
    } else {
      score = nil
    }
  }

  /// Whether it gave a distribution.
  package var hasLaw: Bool { issue.law != nil }

  /// Whether what was said came true; nil while that is open or nothing definite was said.
  ///
  /// A window is met by a date in it, an amount by a value within a tenth of it.
  package var cameTrue: Bool? {
    guard let resolution = entry.resolution else { return nil }
    guard let value = resolution.value else { return false }
    if let amount = entry.issue.amount?.value.double {
      return abs(value - amount) <= abs(amount) / 10
    }
    guard let window = entry.issue.window else { return nil }
    return window.overlaps(PartialDate(resolution.date))
  }

  var json: JSON {
    .object((what.members ?? []) + (whatBecameOfIt.members ?? []))
  }

  private var what: JSON {
    .object([
      "id": .string(id.description),
      "position": .number(entry.issued.position),
      "recorded": .string(entry.issued.recorded.description),
      "title": .string(issue.title),
      "forecaster": .string(issue.forecaster),
      "asOf": .string(issue.asOf.description),
      "standing": .string(standing.rawValue),
      "rule": .string(issue.rule.sentence),
      "window": text(issue.window?.text),
      "median": text(issue.medianDay?.description),
      "amount": issue.amount.map(\.contractJSON) ?? .null,
      "source": .string(issue.mention.url ?? issue.mention.source),
    ])
  }

  private var whatBecameOfIt: JSON {
    .object([
      "resolved": text(resolution?.date.description),
      "value": number(resolution?.value),
      "cameTrue": cameTrue.map(JSON.bool) ?? .null,
      "annulled": text(annulment?.reason),
      "crps": number(score?.crps),
      "logScore": number(score?.logScore),
      "pit": number(score?.pit),
    ])
  }

  private func text(_ text: String?) -> JSON { text.map(JSON.string) ?? .null }

  private func number(_ number: Double?) -> JSON { number.map { .number($0) } ?? .null }
}

extension LedgerRow {
  /// What was said, by whom, how it is decided, and what became of it.
  var document: Document {
    Document(title: issue.title, parts: [.facts(Facts(facts))], json: detail)
  }

  private var facts: [Fact] {
    var facts = [
      Fact("forecast", .text(id.description)), Fact("made by", .text(issue.forecaster)),
      Fact("as of", .date(issue.asOf.description)), Fact("standing", .text(standing.rawValue)),
      Fact("rule", .text(issue.rule.sentence)),
    ]
    if let window = issue.window { facts.append(Fact("expected", .date(window.text))) }
    if let amount = issue.amount.flatMap({ StatedAmount($0.contractJSON) }) {
      facts += [Fact("amount", amount.cell), Fact("unit", .text(amount.unit))]
    }
    for part in issue.law?.components ?? [] {
      let numbers = [part.weight, part.df, part.mu, part.scale].map(Numerals.short)
      let law =
        "weight \(numbers[0]): ln \(issue.unit.rawValue)s ~ t(\(numbers[1])), "
        + "location \(numbers[2]), scale \(numbers[3])"
      facts.append(Fact("law", .text(law)))
    }
    if let resolution {
      facts.append(Fact("resolved", .date(resolution.date.description)))
      facts.append(
        Fact("outcome", resolution.value.map(Cell.decimal) ?? .text("it did not happen")))
    }
    if let score {
      facts += [Fact("CRPS", .decimal(score.crps)), Fact("PIT", .decimal(score.pit))]
    }
    if let annulment { facts.append(Fact("annulled", .text(annulment.reason))) }
    facts.append(Fact("source", .text(issue.mention.url ?? issue.mention.source)))
    return facts
  }
}

extension ForecastIssue {
  /// The day after which it is more likely than not decided: the window's end, or its law's median.
  var due: CivilDay? { window?.last ?? medianDay }

  package var medianDay: CivilDay? { law.flatMap { day(at: $0.durationLaw.median) } }

  private func day(at duration: Double) -> CivilDay? {
    began?.advanced(byDays: duration * unit.days)
  }
}
