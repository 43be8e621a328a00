public import EventLog
public import EventModel
import JSONText
import Projections

extension Store {
  /// Issues a forecast, unless the very same was issued before, from whatever end of the log; gives
  /// its record's id.
  public func issue(_ forecast: ForecastIssue, now: Instant) throws -> RecordID {
    let change = Change.forecastIssued(forecast)
    let id = RecordID.naming(
      "forecast", forecast.forecaster, forecast.asOf.description, forecast.title,
      forecast.model ?? "", forecast.dataDigest ?? "", forecast.priorDigest ?? "")
    _ = try write { transaction in
      try Projector.append([NewRecord(id: id, change: change)], to: transaction, now: now)
    }
    return id
  }

  /// Takes a forecast out of the scores; it stays visible.
  public func annul(_ forecast: RecordID, reason: String, now: Instant) throws {
    let annulment = ForecastAnnulment(of: forecast, reason: reason)
    let id = RecordID.naming("forecast", forecast.description, "annulled")
    _ = try write { transaction in
      try Projector.append(
        [NewRecord(id: id, change: .forecastAnnulled(annulment))], to: transaction, now: now)
    }
  }

  /// Resolves every forecast that the log can decide by now; gives how many.
  public func resolveForecasts(now: Instant) throws -> Int {
    try write { transaction in
      try Projector.append(Resolver.due(in: transaction), to: transaction, now: now).count
    }
  }
}
