public import EventModel
import JSONText
public import Projections

/// Questions asked of a snapshot on a day; each answers with plain values.
public struct Question {
  public let snapshot: Snapshot
  /// The day for which it is asked, which answers repeat.
  public let asOf: CivilDay

  public init(_ snapshot: Snapshot, asOf: CivilDay) {
    self.snapshot = snapshot
    self.asOf = asOf
  }

  /// The events that fit, by the day they happened or by when the log learned of them.
  public func events(
    _ query: EventQuery, in period: Period, order: EventOrder, limit: Int?
  ) throws -> Answer {
    let events = try snapshot.events(
      matching: query.filter, except: query.exclusions, from: period.first, to: period.last,
      order: order, limit: limit)
    return Answer(
      schema: EventAnswer.schema, head: snapshot.position, asOf: asOf, period: period,
      columns: EventAnswer.columns,
      rows: try events.map { EventAnswer.row($0, recorded: try snapshot.recorded($0[0].since)) })
  }
}
