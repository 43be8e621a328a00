import EventCoding
import EventLog
import EventModel
import Projections

/// The records that say of which stories a new report tells a stage.
struct StoryLinks {
  private(set) var records: [NewRecord] = []

  /// - Parameters:
  ///   - stages: reports of an earlier or a later stage, the likeliest first.
  ///   - matches: reports that tell the same as the new one; nothing is said again of their events.
  init(
    of report: RecordID, _ event: Event,
    with stages: [(report: RecordID, match: SameEvent.Match)], joining matches: [RecordID],
    by coder: String, in known: Snapshot
  ) throws {
    guard !stages.isEmpty else { return }
    var told: Set<Int64> = []
    for own in Set(try matches.compactMap { try known.event(of: $0) }) {
      told.insert(own)
      guard let view = try known.eventWithRetracted(own) else { continue }
      let said = try known.statements(linking: view)
      told.formUnion(said.flatMap { [$0.earlier, $0.later] })
    }
    for (other, match) in stages {
      // What stands in a book is in order already.
      guard let account = try known.account(other), account.report.mention.item != nil,
        told.insert(account.event).inserted
      else { continue }
      let stored = account.report.event
      let (earlier, later) = stored.stage < event.stage ? (stored, event) : (event, stored)
      let (from, to) = stored.stage < event.stage ? (other, report) : (report, other)
      let link = EventLink(
        from: from, to: to, stage: EventLink.stage(from: earlier, to: later),
        score: (match.score * 100).rounded() / 100, author: .coder(coder), reason: match.reason)
      records.append(
        NewRecord(
          id: .naming("link", from.description, to.description), change: .eventsLinked(link)))
    }
  }
}
