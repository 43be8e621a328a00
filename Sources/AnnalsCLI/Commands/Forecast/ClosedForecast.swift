import EventModel
import Ingestion
import JSONText
import Querying

/// A forecast that a person has closed, by its outcome or without one.
struct ClosedForecast {
  let forecast: RecordID
  /// The record that closes it.
  let record: RecordID

  /// Closes the forecast that a prefix of its id names by what the verdict makes of it and the act.
  init(
    named prefix: String, in store: StoreOptions, _ surroundings: Surroundings,
    by verdict: (LedgerRow, RecordID) throws -> Change
  ) throws {
    var closed: RecordID?
    record = try store.open(surroundings).close(now: surroundings.now) { known, act in
      let row = try Question(known, asOf: surroundings.today).openForecast(named: prefix)
      closed = row.id
      return try verdict(row, act)
    }
    forecast = closed!
  }

  func document(schema: String) -> Document {
    Document(
      schema: schema,
      facts: [
        "forecast": .string(forecast.description), "record": .string(record.description),
      ])
  }
}

extension Question {
  /// The forecast that a prefix of its id names, which waits for its outcome.
  fileprivate func openForecast(named prefix: String) throws -> LedgerRow {
    let row = try forecast(named: prefix)
    guard row.isOpen else {
      throw Failure(
        .no, "the forecast \(prefix) is \(row.standing.rawValue) already",
        hint: "annals undo takes back what was done by hand")
    }
    return row
  }
}
