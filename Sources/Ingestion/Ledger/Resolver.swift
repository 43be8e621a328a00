import EventLog
import EventModel
import Projections

/// Decides open forecasts by their own rules from what the log holds now, without a hand.
enum Resolver {
  /// Appends the resolutions that are due.
  static func resolve(in transaction: Transaction, now: Instant) throws -> [Record] {
    let known = try Snapshot(of: transaction)
    return try Projector.append(
      due(in: known), decidedFrom: known, to: transaction, now: now)
  }

  /// They read nothing but what is known.
  private static func due(in known: Snapshot) throws -> [NewRecord] {
    try known.ledger().compactMap { entry in
      guard entry.isOpen, let resolution = try resolution(of: entry, in: known) else {
        return nil
      }
      return NewRecord(
        id: .naming("forecast", entry.id.description, "resolved"),
        change: .forecastResolved(resolution))
    }
  }

  private static func resolution(
    of entry: LedgerEntry, in known: Snapshot
  ) throws -> ForecastResolution? {
    switch entry.issue.rule {
    case .nextPhase(let sequence, let phase):
      try nextPhase(of: sequence, after: phase, entry, in: known)
    case .metric(let actor, let metric, let period):
      try claim(of: metric, by: actor, for: period, entry, in: known)
    case .judged: nil
    }
  }

  /// The first phase of the sequence that began after the one that lasted when it was forecast.
  private static func nextPhase(
    of sequence: String, after phase: String, _ entry: LedgerEntry, in known: Snapshot
  ) throws -> ForecastResolution? {
    let beginnings = try known.statements(of: sequence).compactMap { record in
      if case .phaseBegan(let boundary) = record.change, let day = boundary.date.first {
        (record: record, boundary: boundary, day: day)
      } else {
        nil
      }
    }
    let former = beginnings.first { $0.boundary.phase == phase }?.day ?? entry.issue.began
    guard let former else { return nil }
    let next = beginnings.filter { $0.day > former && $0.boundary.phase != phase }
      .min { ($0.day, $0.record.position) < ($1.day, $1.record.position) }
    guard let next else { return nil }
    return ForecastResolution(
      of: entry.id, by: next.record.id, date: next.day,
      value: entry.issue.unit.count(from: entry.issue.began ?? former, to: next.day),
      mention: next.boundary.mention)
  }

  /// The first claim, other than a forecast or a rumour, of that metric for that very period.
  private static func claim(
    of metric: String, by actor: String, for period: PartialDate, _ entry: LedgerEntry,
    in known: Snapshot
  ) throws -> ForecastResolution? {
    // Claims of one period come in the order of the log.
    for claim in try known.claims(of: metric, by: [actor], from: nil, to: nil) {
      let (event, mention) = (claim.account.report.event, claim.account.report.mention)
      guard event.type != .forecast, event.stance != .rumoured, event.polarity == .asserted,
        claim.amount.period == period, claim.amount.unit == entry.issue.amount?.unit,
        let day = (mention.published ?? event.date)?.last, day > entry.issue.asOf
      else { continue }
      return ForecastResolution(
        of: entry.id, by: claim.account.id, date: day, value: claim.amount.value.double,
        mention: mention)
    }
    return nil
  }
}
