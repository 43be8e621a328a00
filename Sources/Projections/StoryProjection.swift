import EventLog
package import EventModel
import GRDB

/// Which reports tell of stages of one story. The last word on two of them holds, a person's or the
/// coder's, until it is undone.
enum StoryProjection: Projection {
  static let name = "stories"
  static let version = 1
  static let tables = ["link", "link_undoing"]

  static let schema = """
    \(links.schema)
    CREATE INDEX link_later ON link(later);
    \(undoings.schema)
    """

  static func apply(_ change: Change, of record: Record, by writer: TableWriter) throws {
    switch change {
    case .eventsLinked(let link):
      try links.say(
        [link.from.description, link.to.description], act: link.act, at: record.position,
        by: writer)
    case .actUndone(let undoing):
      try undoings.apply(undoing, to: [links], at: record.position, by: writer)
    default: break
    }
  }

  private static let links = StatementTable("link", key: ["earlier", "later"])
  private static let undoings = UndoingTable("link_undoing")
}

/// One event as a later stage of another, by what is said of their reports.
package struct StoryLink: Equatable, Sendable {
  /// The positions of the records that founded the events.
  package let earlier: Int64
  package let later: Int64
  package let link: EventLink
}

extension Snapshot {
  /// What is said of reports of this event and of others, in the order of the log; what a person says
  /// is no stage included.
  package func statements(linking event: EventView) throws -> [StoryLink] {
    let held = held("link")
    let statement = try database.cachedStatement(
      sql: """
        SELECT record FROM link WHERE (earlier = ? OR later = ?) AND \(held.sql)
        """)
    let records = Set(
      try event.accounts.flatMap { account in
        let id = account.id.description
        return try Int64.fetchAll(statement, arguments: [id, id] + held.arguments)
      })
    return try records.sorted().compactMap { record in
      guard case .eventsLinked(let link) = try log.record(at: record)?.change,
        let earlier = try account(link.from)?.event, let later = try account(link.to)?.event
      else { return nil }
      return StoryLink(earlier: earlier, later: later, link: link)
    }
  }

  /// The links between this event and others that count: one a pair of events, a person's before a
  /// machine's; none where a person says that they are no stages of one story.
  package func links(of event: EventView) throws -> [StoryLink] {
    var links: [[Int64]: StoryLink] = [:]
    for said in try statements(linking: event) where said.earlier != said.later {
      let pair = [said.earlier, said.later]
      if let former = links[pair.sorted()], former.link.author.isPerson,
        !said.link.author.isPerson
      {
        continue
      }
      links[pair.sorted()] = said
    }
    return links.values.filter { $0.link.stage != EventLink.none }
      .sorted { ($0.earlier, $0.later) < ($1.earlier, $1.later) }
  }
}
