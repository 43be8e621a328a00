public import EventCoding
public import EventLog
public import EventModel
import JSONText
import Projections

extension Store {
  /// Codes every stored item again with a better dictionary. What is coded otherwise now is appended
  /// as amendments, retractions and new reports: nothing is edited, and `--as-of` still shows what was
  /// believed before. Coding again with the same dictionary appends nothing.
  ///
  /// Reports that a person has amended by hand are coded again like all others; hand-made merges and
  /// splits stay.
  public func recode(with coder: EventCoder, now: Instant) throws -> Appended {
    try write { transaction in
      var appended = Appended()
      for item in try ItemProjection.all(in: transaction) {
        guard let observation = try ItemProjection.observation(of: item, in: transaction) else {
          continue
        }
        let news = try Recoding(item.id, observation, coder, now).news(in: transaction)
        appended.count(try Projector.append(news, to: transaction, now: now))
      }
      return appended
    }
  }
}

/// One item coded again, beside what the log believes of it.
private struct Recoding {
  let item: RecordID
  let events: [Event]
  let mention: Mention
  let digest: String

  init(_ item: RecordID, _ observation: ItemObservation, _ coder: EventCoder, _ now: Instant) {
    let text = observation.text(now: now)
    self.item = item
    events = coder.code(text).events.map { $0.titled(by: text) }
    mention = observation.mention(item, text)
    digest = coder.dictionary.digest
  }

  func news(in transaction: Transaction) throws -> [NewRecord] {
    let current = try ReportProjection.current(of: item, in: transaction)
    let kept = zip(current, events).compactMap { report, event -> NewRecord? in
      guard report.told.event != event else { return nil }
      let amendment = EventAmendment(of: report.report, event: event, reason: reason)
      return record(report, .eventAmended(amendment))
    }
    let gone = current.dropFirst(events.count).map { report in
      record(report, .eventRetracted(EventRetraction(of: report.report, reason: reason)))
    }
    let found = events.enumerated().dropFirst(current.count).map { place, event in
      NewRecord(
        id: .naming("event", item.description, "\(place)", digest),
        change: .eventReported(Report(event: event, mention: mention)))
    }
    return kept + gone + found
  }

  private var reason: String { "coded again with dictionary \(digest.prefix(8))" }

  private func record(_ report: ReportRow, _ change: Change) -> NewRecord {
    NewRecord(
      id: .naming("recode", report.report.description, digest, "\(report.since)"), change: change)
  }
}
