package import EventLog
package import EventModel
import Projections

extension Transaction {
  /// Notes that a feed was read to its end, so that what it does not tell has not come until now: once
  /// a day at most. `identity` is the one that its items bear.
  package func notePoll(of identity: String, now: Instant) throws -> [EventModel.Record] {
    let source = Redaction.address(identity)
    let coverage = StatedCoverage(
      source: source, until: PartialDate(now.day), author: Author(text: "poll"),
      reason: "polled to its end")
    let id = RecordID.naming("coverage", source, now.day.description)
    return try Projector.append(
      [NewRecord(id: id, change: .coverageStated(coverage))], to: self, now: now)
  }
}
