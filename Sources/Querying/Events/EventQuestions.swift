import EventModel
import JSONText
package import Projections

extension Inquiry {
  package static let log = events(
    "log", "Show events, the last learned first.", order: .recorded)
  package static let timeline = events(
    "timeline", "Show what happened, in the order it happened.", order: .occurred, and: [by])
  package static let search = events(
    "search", "Find events by the words of their reports, the best first; Chinese too.",
    order: .relevance)

  private static let by = Parameter(
    "by", .choice(LaneKey.allCases.map(\.rawValue)), "Draw lanes, one for each actor or each type.")

  private static func events(
    _ name: String, _ summary: String, order: EventOrder, and more: [Parameter] = []
  ) -> Inquiry {
    Inquiry(
      name, summary, schema: EventAnswer.schema,
      [
        .query(isRequired: order == .relevance),
        Parameter("limit", .count, "At most this many events."),
        Parameter(
          "after", .text, "Only what follows this event: the id that was given as next."),
      ] + Parameter.period + more
    ) { question, arguments in
      try question.events(
        question.query(arguments.texts("query")), in: arguments.period(today: question.today),
        order: order, after: arguments.text("after"), limit: arguments.count("limit"),
        lanes: arguments.choice("by"))
    }
  }
}

extension Question {
  /// At most so many, and whether there are more.
  static func page<Element>(
    _ limit: Int?, _ fetch: (_ limit: Int?) throws -> [Element]
  ) rethrows -> (shown: [Element], isCut: Bool) {
    let found = try fetch(limit.flatMap { $0 < .max ? $0 + 1 : nil })
    guard let limit, found.count > limit else { return (found, false) }
    return (Array(found.prefix(limit)), true)
  }

  /// The events that fit, by the day they happened, by when the log learned of them, or the best first.
  ///
  /// Where a limit leaves events out, `next` is the id of the last one shown: with `after` the answer
  /// goes on behind it. Asked as of the first answer's `head`, the pages are those of one answer.
  package func events(
    _ query: EventQuery, in period: Period, order: EventOrder, after: String? = nil, limit: Int?,
    lanes: LaneKey? = nil
  ) throws -> Document {
    let (events, isCut) = try Question.page(limit) { limit in
      try snapshot.events(
        matching: query.filter, except: query.exclusions, from: period.first, to: period.last,
        order: order, after: after.map(number(ofEvent:)), limit: limit)
    }
    let names = try names()
    let when = period == .all ? "all time" : period.text
    return Document(
      schema: EventAnswer.schema, head: snapshot.position, asOf: asOf, period: period,
      extras: isCut ? events.last.map { [.init("next", .string($0.id.description))] } ?? [] : [],
      title: order == .occurred ? "\(when) · \(Numerals.counted(events.count, "event"))" : nil,
      columns: (order == .recorded ? EventAnswer.columnsOfLog : EventAnswer.columns)
        + EventAnswer.markColumns,
      rows: events.map { EventAnswer.row($0.naming(names)) }, chart: lanes.map(Chart.lanes))
  }
}
