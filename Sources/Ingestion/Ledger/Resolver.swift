import EventLog
import EventModel
import Projections
import Querying

/// Decides open forecasts by their own rules from what the log holds now, without a hand.
enum Resolver {
  /// Appends the resolutions that are due.
  static func resolve(in transaction: Transaction, now: Instant) throws -> [Record] {
    let known = try Snapshot(of: transaction)
    return try Projector.append(
      due(in: known, on: now.day), decidedFrom: known, to: transaction, now: now)
  }

  /// They read nothing but what is known. What was decided by something that no longer stands is open
  /// again, and may be decided anew.
  private static func due(in known: Snapshot, on today: CivilDay) throws -> [NewRecord] {
    try known.ledger().flatMap { entry -> [NewRecord] in
      if entry.isOpen { return try resolved(entry, in: known, today) }
      guard let resolution = entry.resolution, let act = resolution.act, let by = resolution.by,
        let verdict = entry.verdict, try !stands(by, for: entry.issue.rule, in: known)
      else { return [] }
      let id = RecordID.naming("superseded", "\(verdict.position)", "\(known.head.hash)")
      let undoing = ActUndoing(of: act, act: id, reason: "what decided it no longer stands")
      return try [NewRecord(id: id, change: .actUndone(undoing))]
        + resolved(entry, in: known, today)
    }
  }

  private static func resolved(
    _ entry: LedgerEntry, in known: Snapshot, _ today: CivilDay
  ) throws -> [NewRecord] {
    guard var resolution = try resolution(of: entry, in: known, today) else { return [] }
    let first = RecordID.naming("forecast", entry.id.description, "resolved")
    let id =
      try known.contains(first)
      ? RecordID.naming("forecast", entry.id.description, "resolved", "\(known.head.hash)") : first
    resolution.act = .naming("resolution", id.description)
    return [NewRecord(id: id, change: .forecastResolved(resolution))]
  }

  /// Whether the record that decided still says so: a phase that is stated, a report that counts.
  private static func stands(
    _ record: RecordID, for rule: ResolutionRule, in known: Snapshot
  ) throws -> Bool {
    if case .nextPhase(let sequence, _, nil, _) = rule {
      return try known.statements(of: sequence).contains { $0.id == record }
    }
    return try known.account(record).map { !$0.isRetracted } ?? false
  }

  private static func resolution(
    of entry: LedgerEntry, in known: Snapshot, _ today: CivilDay
  ) throws -> ForecastResolution? {
    switch entry.issue.rule {
    case .nextPhase(let sequence, let phase, nil, _):
      try nextPhase(of: sequence, after: phase, entry, in: known)
    case .nextPhase(_, _, let query?, let event):
      try nextEvent(of: query, after: event, entry, in: Question(known, asOf: today))
    case .metric(let actor, let metric, let period):
      try claim(of: metric, by: actor, for: period, entry, in: Question(known, asOf: today))
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

  /// The first event of the query on a day after the one that founded the phase, which follows merges;
  /// what is only announced for later decides nothing yet.
  private static func nextEvent(
    of query: String, after founder: RecordID?, _ entry: LedgerEntry, in known: Question
  ) throws -> ForecastResolution? {
    let number = try founder.flatMap { try known.snapshot.account($0)?.event }
    let founding = try number.flatMap { try known.snapshot.event($0)?.date?.first }
    guard let former = founding ?? entry.issue.began else { return nil }
    let next = try known.events(beginningPhasesOf: query).first {
      former < $0.day && $0.day <= known.asOf && $0.event.position != number
    }
    guard let (event, day) = next else { return nil }
    return ForecastResolution(
      of: entry.id, by: event.id, date: day,
      value: entry.issue.unit.count(from: entry.issue.began ?? former, to: day),
      mention: event.head.report.mention)
  }

  /// The first claim under any name of the actor, other than a forecast or a rumour, of that metric for that
  /// very period.
  private static func claim(
    of metric: String, by actor: String, for period: PartialDate, _ entry: LedgerEntry,
    in known: Question
  ) throws -> ForecastResolution? {
    let names = try known.names().all(actor)
    let claims = try known.snapshot.claims(of: metric, by: names, from: nil, to: nil)
    for claim in claims.sorted(by: { $0.account.position < $1.account.position }) {
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
