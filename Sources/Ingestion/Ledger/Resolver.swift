import EventLog
import EventModel
import Projections

/// Decides open forecasts by their own rules from what the log holds now, without a hand.
enum Resolver {
  /// The resolutions that are due; they read nothing but the transaction.
  static func due(in transaction: Transaction) throws -> [NewRecord] {
    let head = try Log(transaction).head().position
    return try LedgerProjection.entries(at: head, in: transaction).compactMap { entry in
      guard entry.isOpen, let resolution = try resolution(of: entry, in: transaction) else {
        return nil
      }
      return NewRecord(
        id: .naming("forecast", entry.id.description, "resolved"),
        change: .forecastResolved(resolution))
    }
  }

  private static func resolution(
    of entry: LedgerEntry, in transaction: Transaction
  ) throws -> ForecastResolution? {
    switch entry.issue.rule {
    case .nextPhase(let sequence, let phase):
      try nextPhase(of: sequence, after: phase, entry, in: transaction)
    case .metric(let actor, let metric, let period):
      try claim(of: metric, by: actor, for: period, entry, in: transaction)
    case .judged: nil
    }
  }

  /// The first phase of the sequence that began after the one that lasted when it was forecast.
  private static func nextPhase(
    of sequence: String, after phase: String, _ entry: LedgerEntry, in transaction: Transaction
  ) throws -> ForecastResolution? {
    let beginnings = try PhaseProjection.current(sequence, in: transaction).compactMap { record in
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
    in transaction: Transaction
  ) throws -> ForecastResolution? {
    let reports = try ReportProjection.current(measuring: metric, of: actor, in: transaction)
    for report in reports {
      let event = report.told.event
      guard event.type != .forecast, event.stance != .rumoured, event.polarity == .asserted,
        let amount = event.amounts.first(where: {
          $0.metric == metric && $0.period == period && $0.unit == entry.issue.amount?.unit
        }),
        let day = (report.told.mention.published ?? event.date)?.last, day > entry.issue.asOf
      else { continue }
      return ForecastResolution(
        of: entry.id, by: report.report, date: day, value: amount.value.double,
        mention: report.told.mention)
    }
    return nil
  }
}
