package import EventLog
package import EventModel
package import Projections

extension Store {
  /// Issues a forecast; the same question with the same law as of the same day is one record. Gives
  /// its id, and whether it is new.
  package func issue(
    _ forecast: ForecastIssue, now: Instant
  ) throws -> (id: RecordID, isNew: Bool) {
    let id = RecordID.naming(
      "forecast", forecast.forecaster, forecast.asOf.description, forecast.title,
      forecast.model ?? "", forecast.dataDigest ?? "", forecast.priorDigest ?? "")
    let appended = try write { transaction in
      try Projector.append(
        [NewRecord(id: id, change: .forecastIssued(forecast))], to: transaction, now: now)
    }
    return (id, !appended.isEmpty)
  }

  /// Takes a forecast out of the scores; it stays visible. Gives which.
  package func annul(
    reason: String, now: Instant, deciding: (Snapshot) throws -> RecordID
  ) throws -> RecordID {
    try write { transaction in
      let known = try Snapshot(of: transaction)
      let forecast = try deciding(known)
      let annulment = ForecastAnnulment(of: forecast, reason: reason)
      let id = RecordID.naming("forecast", forecast.description, "annulled")
      _ = try Projector.append(
        [NewRecord(id: id, change: .forecastAnnulled(annulment))], decidedFrom: known,
        to: transaction, now: now)
      return forecast
    }
  }

  /// Resolves every forecast that the log can decide by now; gives how many.
  package func resolveForecasts(now: Instant) throws -> Int {
    try write { try Resolver.resolve(in: $0, now: now).count }
  }

  /// Defines a sequence, or defines it anew.
  package func define(_ definition: SequenceDefinition, now: Instant) throws {
    let change = Change.sequenceDefined(definition)
    try append(now: now) { known in
      let former = try known.definition(
        of: definition.sequence, source: definition.mention.source)
      guard former?.change != change else { return [] }
      let id = RecordID.naming(
        "hand", "sequence", definition.sequence, former.map { "\($0.hash)" } ?? "")
      return [NewRecord(id: id, change: change)]
    }
  }
}
