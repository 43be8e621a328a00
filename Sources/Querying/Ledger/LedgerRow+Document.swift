import EventModel
import Forecasting
package import JSONText
import Projections

extension LedgerRow {
  /// Its row in `annals.forecasts/1`.
  var json: JSON { .object((what.members ?? []) + (whatBecameOfIt.members ?? [])) }

  private var what: JSON {
    .object([
      "id": .string(id.description),
      "position": .number(entry.issued.position),
      "recorded": .string(entry.issued.recorded.description),
      "hash": .string(entry.issued.hash.description),
      "title": .string(issue.title),
      "forecaster": .string(issue.forecaster),
      "asOf": .string(issue.asOf.description),
      "knownUntil": text(issue.knownUntil?.description),
      "standing": .string(standing.rawValue),
      "rule": .string(issue.rule.sentence),
      "window": text(issue.window?.text),
      "median": text(issue.medianDay?.description),
      "due": text(issue.due?.description),
      "probability": number(issue.probability),
      "amount": issue.amount.map(\.contractJSON) ?? .null,
      "source": .string(issue.mention.citation),
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
      "brier": number(brier),
      "table": text(table?.rawValue),
    ])
  }

  private func text(_ text: String?) -> JSON { text.map(JSON.string) ?? .null }

  private func number(_ number: Double?) -> JSON { number.map { .number($0) } ?? .null }

  /// Everything about it as one object.
  package var detail: JSON {
    .object(
      [.init("schema", "annals.ledgerEntry/1")] + (json.members ?? []) + [
        .init("intervals", intervals), .init("issue", entry.issued.change.data),
        .init(
          "verdict", entry.verdict.map { .string($0.id.description) } ?? .null),
      ])
  }

  /// The law's central intervals as days, by their promise in percent.
  private var intervals: JSON {
    guard let law = issue.law?.durationLaw else { return .null }
    return .object(
      levels(of: law).map { level, range in
        .init(level, .strings(days(range).map { $0?.description ?? "" }))
      })
  }

  private func levels(
    of law: DurationLaw
  ) -> [(level: String, range: ClosedRange<Double>)] {
    let intervals = law.intervals
    return [
      ("50", intervals.fifty), ("80", intervals.eighty), ("95", intervals.ninetyFive),
    ]
  }

  private func days(_ range: ClosedRange<Double>) -> [CivilDay?] {
    [issue.day(at: range.lowerBound), issue.day(at: range.upperBound)]
  }
}

extension LedgerRow {
  /// What was said, by whom, how it is decided, and what became of it: a receipt.
  var document: Document {
    Document(title: issue.title, parts: [.facts(Facts(facts))], json: detail)
  }

  private var facts: [Fact] {
    said + law + [Fact("rule", .text(issue.rule.sentence))] + due + becameOfIt + [
      Fact("source", .text(issue.mention.citation)),
      Fact("record", .text("@\(entry.issued.position) \(entry.issued.hash)")),
    ]
  }

  private var said: [Fact] {
    var facts = [
      Fact("forecast", .text(id.description)), Fact("made by", .text(issue.forecaster)),
      Fact("as of", .date(issue.asOf.description)),
    ]
    if let day = issue.knownUntil { facts.append(Fact("known until", .date(day.description))) }
    facts.append(Fact("recorded", .moment(entry.issued.recorded.description)))
    if let window = issue.window { facts.append(Fact("expected", .date(window.text))) }
    if let probability = issue.probability { facts.append(Fact("chance", .share(probability))) }
    if let amount = issue.amount.flatMap({ StatedAmount($0.contractJSON) }) {
      facts += [Fact("amount", amount.cell), Fact("unit", .text(amount.unit))]
    }
    return facts
  }

  private var law: [Fact] {
    guard let law = issue.law else { return [] }
    let parts = law.components.map { part in
      let numbers = [part.weight, part.df, part.mu, part.scale].map(Numerals.short)
      return Fact(
        "law",
        .text(
          "weight \(numbers[0]): ln \(issue.unit.rawValue)s ~ t(\(numbers[1])), "
            + "location \(numbers[2]), scale \(numbers[3])"))
    }
    let told = law.durationLaw
    let median = issue.medianDay.map { "\($0)" } ?? "beyond the calendar"
    let intervals = levels(of: told).map { level, range in
      let days = days(range).map { $0.map { "\($0)" } ?? "…" }.joined(separator: " to ")
      return Fact(
        "\(level) %", .text("\(days) (\(Numerals.short(range)) \(issue.unit.rawValue)s)"))
    }
    return parts + [
      Fact(
        "median",
        .text("\(median) (\(Numerals.short(told.median)) \(issue.unit.rawValue)s)"))
    ] + intervals
  }

  private var due: [Fact] {
    let standing = Fact("standing", .text(standing.rawValue))
    guard let due = issue.due else { return [standing] }
    let why = issue.window == nil ? "the law's median" : "the end of its window"
    let since = self.standing == .overdue ? ", overdue since" : ""
    return [standing, Fact("due", .text("\(due), \(why)\(since)"))]
  }

  private var becameOfIt: [Fact] {
    var facts: [Fact] = []
    if let resolution {
      facts.append(Fact("resolved", .date(resolution.date.description)))
      facts.append(
        Fact("outcome", resolution.value.map(Cell.decimal) ?? .text("it did not happen")))
      facts.append(Fact("says", .text(resolution.mention.citation)))
    }
    if let score {
      facts += [Fact("CRPS", .decimal(score.crps)), Fact("PIT", .decimal(score.pit))]
    }
    if let brier { facts.append(Fact("Brier", .decimal(brier))) }
    if table == .hindsight { facts.append(Fact("counted", .text("as hindsight, apart"))) }
    if let annulment { facts.append(Fact("annulled", .text(annulment.reason))) }
    return facts
  }
}
