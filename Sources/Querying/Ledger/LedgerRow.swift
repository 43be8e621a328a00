package import EventModel
package import Forecasting
import Projections

/// An entry of the ledger with its standing on a day.
package struct LedgerRow: Sendable {
  package enum Standing: String, Sendable, CaseIterable {
    case open
    /// Its time is up, and what decides it has not come.
    case overdue
    /// Its time is up, and the log does not know of that time.
    case undecided
    case resolved, annulled
    /// Its issuing was undone; it is not scored.
    case withdrawn
  }

  /// Where its score is counted.
  package enum Table: String, Sendable, CaseIterable {
    /// Annals' and the user's, recorded before the outcome could be known.
    case forecasts
    /// Recorded when the outcome could be known.
    case hindsight
    /// What others said in public; they count from the day on which they said it.
    case statements
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
  /// Whether it waits for its outcome.
  package var isOpen: Bool { entry.isOpen }

  /// `knownUntil` is the day to which the log would know what decides it, nil where people judge; it is
  /// asked for when the time is up.
  init(
    _ entry: LedgerEntry, on day: CivilDay, knownUntil: @autoclosure () throws -> CivilDay? = nil
  ) rethrows {
    self.entry = entry
    if entry.isWithdrawn {
      standing = .withdrawn
    } else if entry.annulment != nil {
      standing = .annulled
    } else if entry.resolution != nil {
      standing = .resolved
    } else if let due = entry.issue.due, due < day {
      standing = try knownUntil().map { $0 < due } ?? false ? .undecided : .overdue
    } else {
      standing = .open
    }
    if standing == .resolved, let value = entry.resolution?.value, value > 0,
      let law = entry.issue.law, value > law.elapsed
    {
      score = ForecastScore(law.durationLaw, outcome: value)
    } else {
      score = nil
    }
  }

  /// Whether it gave a distribution.
  package var hasLaw: Bool { issue.law != nil }

  /// What is asked: forecasts of one rule and one phase, or of one statement, are of one question.
  package var question: String {
    switch issue.rule {
    case .judged(let words): "\(issue.title): \(words)"
    default: "\(issue.rule.sentence) \(issue.began?.description ?? "")"
    }
  }

  /// Nil while it is not decided, and what is withdrawn or annulled.
  package var table: Table? {
    if issue.mention.isPublic { return .statements }
    guard standing == .resolved, let resolution else { return nil }
    return entry.issued.recorded.day < resolution.date ? .forecasts : .hindsight
  }

  /// (p − outcome)² of a statement with a chance; nil while it is open.
  package var brier: Double? {
    guard standing == .resolved, let resolution, let probability = issue.probability else {
      return nil
    }
    return ScoringRules.brier(probability, happened: resolution.value != nil)
  }

  /// Whether what was said came true; nil while that is open or nothing definite was said.
  ///
  /// A window is met by a date in it, an amount by a value within a tenth of it.
  package var cameTrue: Bool? {
    guard standing == .resolved, let resolution = entry.resolution else { return nil }
    guard let value = resolution.value else { return false }
    if let amount = entry.issue.amount?.value.double {
      return abs(value - amount) <= abs(amount) / 10
    }
    guard let window = entry.issue.window else { return nil }
    return window.overlaps(PartialDate(resolution.date))
  }
}

extension Mention {
  /// Somebody's word in public, rather than a forecast of annals or of the user.
  fileprivate var isPublic: Bool { !["annals", "hand"].contains(source) }
}

extension ForecastIssue {
  /// The day after which it is more likely than not decided: the window's end, or its law's median.
  package var due: CivilDay? { window?.last ?? medianDay }

  package var medianDay: CivilDay? { law.flatMap { day(at: $0.durationLaw.median) } }

  func day(at duration: Double) -> CivilDay? {
    began?.advanced(byDays: duration * unit.days)
  }
}
