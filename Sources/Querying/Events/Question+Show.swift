public import EventModel
public import JSONText
import Projections

extension Question {
  /// The one event that a prefix of an id names.
  public func event(named prefix: String) throws -> EventDetail {
    guard prefix.utf8.count >= 4, prefix.allSatisfy(\.isHexDigit) else {
      throw QueryError(
        "“\(prefix)” names no event", hint: "give at least four hexadecimal digits of its id")
    }
    let ids = try snapshot.events(named: prefix)
    guard ids.count <= 1 else {
      throw QueryError(
        "\(ids.count) events begin with \(prefix)",
        hint: "give more digits: \(ids.prefix(5).map(\.description).joined(separator: ", "))")
    }
    guard let id = ids.first else {
      throw NoSuchEvent(prefix: prefix)
    }
    let reports = try snapshot.reports(of: [id])[0]
    return EventDetail(
      id: id, reportIDs: reports.map(\.report),
      row: EventAnswer.row(reports, recorded: try snapshot.recorded(reports[0].since)),
      reports: reports.map(\.told), history: try snapshot.history(of: reports.map(\.report)))
  }
}

/// An event with everything that is known of it.
public struct EventDetail: Sendable {
  public let id: RecordID
  /// The records that reported it, the founding one first.
  public let reportIDs: [RecordID]
  /// Its row in `annals.events/1`.
  public let row: JSON
  /// What each source tells, the founding report first.
  public let reports: [Report]
  /// The records that are about its reports, oldest first.
  public let history: [Record]

  /// The row with its history: `{…, "history": [{position, recorded, kind, data}]}`.
  public var json: JSON {
    let history = history.map { record in
      JSON.object([
        "position": .number(record.position), "recorded": .string(record.recorded.description),
        "kind": .string(record.change.kind.name), "data": record.change.data,
      ])
    }
    let schema = JSON.Member("schema", "annals.event/1")
    return .object([schema] + (row.members ?? []) + [.init("history", .array(history))])
  }
}

/// No event bears an id that begins like this.
public struct NoSuchEvent: Error, Equatable, Sendable {
  public let prefix: String
}
