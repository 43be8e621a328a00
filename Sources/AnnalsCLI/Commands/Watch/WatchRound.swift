import EventLog
import EventModel
import JSONText
import Projections
import Querying
import SideTables

/// One look at what the alerts have to tell. What is told is written down before it is: a crash may lose
/// an alert, which is then listed, and never tells one twice.
struct WatchRound {
  let store: Store
  let courier: Courier
  let surroundings: Surroundings

  /// What was told, and what could not be.
  struct Told {
    var alerts: [Alert] = []
    var failures: [String] = []
  }

  func run() throws -> Told {
    var told = Told()
    for (since, saved) in try store.ask({ try $0.savedQueryRecords() }) where saved.isAlert {
      let (alerts, end) = try due(saved, since: since)
      var isDone = true
      for alert in alerts {
        if surroundings.isInterrupted() { return told }
        switch try deliver(alert, up: end) {
        case .delivered: told.alerts.append(alert)
        case nil: break
        case .unsent(let reason):
          isDone = false
          told.failures.append("\(saved.name): \(alert.title): \(reason); it is tried again")
        case .failed(let reason): told.failures.append("\(saved.name): \(alert.title): \(reason)")
        }
      }
      guard isDone else { continue }
      try store.write { try AlertTable($0).note(place: end, of: saved.name, since: since) }
    }
    return told
  }

  /// What an alert has to tell, and up to where the log was looked at.
  private func due(_ saved: SavedQuery, since: Int64) throws -> (alerts: [Alert], end: Int64) {
    let (place, last) = try store.read { transaction in
      let table = AlertTable(transaction)
      return (try table.place(of: saved.name, since: since), try table.last(of: saved.name))
    }
    return try store.ask { known in
      let question = Question(
        known, asOf: surroundings.today, vocabulary: try Vocabulary.of(surroundings))
      let told = last.mapValues { ToldAlert(number: $0.number, position: $0.position) }
      return (
        try question.alerts(of: saved, since: since, after: place, told: told), known.position
      )
    }
  }

  /// Nil where somebody else is at it, or was.
  private func deliver(_ alert: Alert, up position: Int64) throws -> Courier.Outcome? {
    let delivery = AlertTable.Delivery(
      name: alert.name, event: alert.id, number: alert.number, position: position,
      title: alert.title)
    let (isOurs, storeID) = try store.write { transaction in
      let isOurs = try AlertTable(transaction).begin(delivery, at: surroundings.clock())
      return (isOurs, try transaction.storeID() ?? "")
    }
    guard isOurs else { return nil }
    let key = RecordID.naming(
      "alert", storeID, alert.name, alert.id.description, "\(alert.number)")
    let outcome = try courier.deliver(alert, key: key.description)
    try store.write { transaction in
      let table = AlertTable(transaction)
      switch outcome {
      case .delivered: try table.end(delivery, .delivered)
      case .failed(let reason): try table.end(delivery, .failed, reason: reason)
      case .unsent: try table.end(delivery, nil)
      }
    }
    return outcome
  }
}
