import EventLog
package import EventModel
import GRDB

/// In which order events are told.
package enum EventOrder: Sendable {
  /// By the day they happened, the earliest first.
  case occurred
  /// By when the log learned of them, the newest first.
  case recorded
  /// By how well they fit the words that are searched for, the best first.
  case relevance
}

/// How many events may have begun on one day and ended on another.
package typealias EventDays = (day: CivilDay, last: CivilDay, count: Int)

/// Which events are asked for, and which of them are shown.
struct AskedEvents {
  let filter: ReportFilter
  let exclusions: [ReportFilter]
  let first: CivilDay?
  let last: CivilDay?
  /// Only what comes behind this event.
  var after: Int64?
  var limit: Int?
}

extension Snapshot {
  /// The events that fit a filter, do not fit others, and overlap the days given; each with all its
  /// accounts. With `after`, those that come behind that event in their order.
  package func events(
    matching filter: ReportFilter, except exclusions: [ReportFilter] = [],
    from first: CivilDay? = nil, to last: CivilDay? = nil, order: EventOrder,
    after: Int64? = nil, limit: Int? = nil
  ) throws -> [EventView] {
    let asked = AskedEvents(
      filter: filter, exclusions: exclusions, first: first, last: last, after: after, limit: limit)
    let numbers =
      switch order {
      case .relevance where !filter.words.isEmpty: try ranked(asked)
      case .occurred: try inTime(asked)
      case .recorded, .relevance: try newestFirst(asked)
      }
    return try numbers.compactMap(event(_:))
  }

  /// How many events that fit begin and end on which days, of those that are known to a month or better.
  package func eventDays(
    matching filter: ReportFilter, except exclusions: [ReportFilter] = [],
    from first: CivilDay? = nil, to last: CivilDay? = nil
  ) throws -> [EventDays] {
    let isAll = filter.isEmpty && exclusions.isEmpty && publishedBy == nil && !showsHidden
    if isAll, position == head.position { return try countedDays(from: first, to: last) }
    let asked = AskedEvents(filter: filter, exclusions: exclusions, first: first, last: last)
    func days(_ list: ListedIn, _ spans: [EventSpan], by columns: String) throws -> [EventDays] {
      let condition = try condition(asked, spans, in: list)
      return try Row.fetchAll(
        database,
        sql: """
          SELECT event.first, event.last, count(*) FROM \(list.table) WHERE \(condition.sql)
          AND event.last - event.first < \(DayCounts.longest) GROUP BY \(columns)
          """, arguments: condition.arguments
      ).map { (CivilDay(number: $0[0]), CivilDay(number: $0[1]), $0[2]) }
    }
    let lists = try lists(asked) ?? []
    let list = lists.count == 1 ? lists[0] : .all
    guard lists.count == 1, list.key == nil else {
      return try days(list, [.day, .upToMonth], by: "event.first, event.last")
    }
    // In the order of an index, in which the first day alone tells those that are known to the day.
    return try days(list, [.day], by: "event.first")
      + days(list, [.upToMonth], by: "event.first, event.last")
  }

  /// The first day of what has none: it comes before all others.
  private static let undated = Int64.min

  private func inTime(_ asked: AskedEvents) throws -> [Int64] {
    typealias Place = (first: Int64, event: Int64)
    func places(_ list: ListedIn, _ spans: [EventSpan]) throws -> [Place] {
      var condition = try condition(asked, spans, in: list)
      if let after = asked.after {
        let isBehind = try behind(after, spans)
        condition.and(isBehind.sql, isBehind.arguments)
      }
      return try Row.fetchAll(
        database,
        sql: """
          SELECT coalesce(event.first, \(Snapshot.undated)), event.event FROM \(list.table)
          WHERE \(condition.sql) ORDER BY event.first, event.event LIMIT \(asked.limit ?? -1)
          """, arguments: condition.arguments
      ).map { ($0[0], $0[1]) }
    }
    guard let lists = try lists(asked) else {
      return try places(.all, EventSpan.allCases).map(\.event)
    }
    // Of all events, an index has those of a class in their order.
    let classes = EventSpan.allCases.filter {
      $0 != .undated || asked.first == nil && asked.last == nil
    }
    let found = try lists.flatMap { list in
      try (list.key == nil ? classes.map { [$0] } : [EventSpan.allCases]).flatMap {
        try places(list, $0)
      }
    }
    return merged(found.sorted { $0 < $1 }.map(\.event), asked.limit)
  }

  private func newestFirst(_ asked: AskedEvents) throws -> [Int64] {
    func numbers(_ list: ListedIn) throws -> [Int64] {
      var condition = try condition(asked, EventSpan.allCases, in: list)
      // What was founded later is not looked at.
      condition.and("event.event <= ?", [position])
      if let after = asked.after { condition.and("event.event < ?", [after]) }
      return try Int64.fetchAll(
        database,
        sql: """
          SELECT event.event FROM \(list.table) WHERE \(condition.sql)
          ORDER BY event.event DESC LIMIT \(asked.limit ?? -1)
          """, arguments: condition.arguments)
    }
    guard let lists = try lists(asked) else { return try numbers(.all) }
    return merged(try lists.flatMap(numbers).sorted(by: >), asked.limit)
  }

  /// Without what stands in several lists again.
  private func merged(_ numbers: [Int64], _ limit: Int?) -> [Int64] {
    var seen: Set<Int64> = []
    return Array(numbers.filter { seen.insert($0).inserted }.prefix(limit ?? .max))
  }

  /// The condition on the events that come behind one; those without a first day come before all
  /// others.
  private func behind(_ event: Int64, _ spans: [EventSpan]) throws -> Condition {
    let first = try Int64.fetchOne(
      database,
      sql: "SELECT first FROM event WHERE event = ? AND since <= ? ORDER BY row DESC LIMIT 1",
      arguments: [event, position])
    // Where there is always a first day, an index finds the place.
    let own =
      spans.allSatisfy { $0.reach != nil }
      ? "event.first" : "coalesce(event.first, \(Snapshot.undated))"
    return Condition(
      sql: "(\(own), event.event) > (?, ?)", arguments: [first ?? Snapshot.undated, event])
  }

  /// On the rows of `event`, or of a list in its place.
  private func condition(
    _ asked: AskedEvents, _ spans: [EventSpan], in list: ListedIn
  ) throws -> Condition {
    var result = listedEvent
    if let key = list.key { result.and(key.sql, key.arguments) }
    if let dated = dated(from: asked.first, to: asked.last, spans) { result.and(dated) }
    if publishedBy != nil {
      result.and(
        "event.event IN (SELECT event FROM account WHERE \(liveAccount.sql))",
        liveAccount.arguments)
    }
    if list.key == nil {
      try narrow(&result, "event.event", to: asked.filter, except: asked.exclusions)
    } else if !list.isWhole, let told = try asked.filter.accounts(in: self) {
      result.and(
        "EXISTS (SELECT 1 FROM account WHERE account.event = event.event AND \(told.sql))",
        told.arguments)
    }
    return result
  }

  /// Whether an event of these classes overlaps the days given; nil where all do.
  private func dated(
    from first: CivilDay?, to last: CivilDay?, _ spans: [EventSpan]
  ) -> String? {
    let isBounded = first != nil || last != nil
    guard isBounded || spans.count < EventSpan.allCases.count else { return nil }
    let alternatives = spans.filter { !isBounded || $0 != .undated }.map { span in
      var parts = ["event.span = \(span.rawValue)"]
      if let first {
        if let reach = span.reach { parts.append("event.first >= \(first.number - reach)") }
        let open = span == .longer ? "event.last IS NULL OR " : ""
        parts.append("(\(open)event.last >= \(first.number))")
      }
      if let last {
        let open = span == .longer ? "event.first IS NULL OR " : ""
        parts.append("(\(open)event.first <= \(last.number))")
      }
      return "(\(parts.joined(separator: " AND ")))"
    }
    return "(\(alternatives.joined(separator: " OR ")))"
  }

  /// Asks of a column that its event fits a filter and none of the exclusions.
  func narrow(
    _ condition: inout Condition, _ column: String, to filter: ReportFilter,
    except exclusions: [ReportFilter]
  ) throws {
    if let matching = try filter.events(in: self) {
      condition.and("\(column) IN (\(matching.sql))", matching.arguments)
    }
    for exclusion in exclusions {
      guard let excluded = try exclusion.events(in: self) else { continue }
      condition.and("\(column) NOT IN (\(excluded.sql))", excluded.arguments)
    }
  }

  /// Of the newest accounts that have the words, so many are ranked.
  static let candidates = 5000

  /// The best first: BM25 of the best account, then the later day, then what was learned later.
  private func ranked(_ asked: AskedEvents) throws -> [Int64] {
    var rest = asked.filter
    rest.words = []
    var condition = listedEvent
    if let dated = dated(from: asked.first, to: asked.last, EventSpan.allCases) {
      condition.and(dated)
    }
    let told = try rest.accounts(in: self) ?? liveAccount
    condition.and(told.sql, told.arguments)
    try narrow(&condition, "event.event", to: ReportFilter(), except: asked.exclusions)
    let found = try Int64.fetchAll(
      database,
      sql: """
        WITH found(row, rank) AS MATERIALIZED (
          SELECT rowid, rank FROM search_fts WHERE search_fts MATCH ?
          ORDER BY rowid DESC LIMIT \(Snapshot.candidates))
        SELECT account.event, min(found.rank), event.first FROM found
        JOIN account ON account.row = found.row
        JOIN event ON event.event = account.event
        WHERE \(condition.sql)
        GROUP BY account.event ORDER BY 2, event.first DESC, account.event DESC
        \(asked.after == nil ? asked.limit.map { "LIMIT \($0)" } ?? "" : "")
        """, arguments: [SearchWords.expression(asked.filter.words)] + condition.arguments)
    guard let after = asked.after else { return found }
    guard let place = found.firstIndex(of: after) else { return [] }
    return Array(found[(place + 1)...].prefix(asked.limit ?? found.count))
  }
}

/// Where events are read from: all of them, or the list of an actor or a type.
private struct ListedIn {
  /// Bears the name `event` in a query.
  let table: String
  /// Which list it is.
  var key: Condition?
  /// Whether all that stands in it fits, whatever else is asked of accounts.
  var isWhole = true

  static let all = ListedIn(table: "event")
}

extension Snapshot {
  /// The lists in which all that is asked for stands; nil where it must be found by its accounts first.
  private func lists(_ asked: AskedEvents) throws -> [ListedIn]? {
    guard publishedBy == nil, asked.exclusions.isEmpty else { return nil }
    let filter = asked.filter
    if filter.isEmpty { return [.all] }
    guard filter.words.isEmpty, filter.ids.isEmpty, filter.tags.isEmpty, filter.marks.isEmpty else {
      return nil
    }
    func list(_ kind: EventList, _ key: StatementArguments) -> ListedIn {
      ListedIn(
        table: "\(kind.name) AS event",
        key: Condition(sql: "event.\(kind.key) = ?", arguments: key),
        isWhole: filter == ReportFilter(actors: filter.actors)
          || filter == ReportFilter(types: filter.types))
    }
    guard filter.actors.isEmpty else {
      return try filter.actors.compactMap { name in
        try SQLStatement("SELECT actor FROM actor WHERE name = ?", in: database)
          .integer(.text(name)).map { list(.ofActor, [$0]) }
      }
    }
    return filter.types.isEmpty ? nil : filter.types.map { list(.ofType, [$0.rawValue]) }
  }
}
