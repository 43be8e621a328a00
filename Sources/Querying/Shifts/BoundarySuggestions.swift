import EventModel
import Forecasting
import JSONText
import Projections

extension Inquiry {
  package static let suggestions = Inquiry(
    "phases --suggest", "Propose boundaries of phases from the events of a query.",
    schema: "annals.suggestions/1", [.query(isRequired: true)]
  ) { question, arguments in
    try question.boundarySuggestions(in: question.query(arguments.texts("query")))
  }
}

extension Question {
  /// Days on which a phase may have begun: the first event of a burst in the share of all events, the
  /// first of several events on one object, and the first after which the yearly share doubled. They
  /// are proposals; a person accepts one by stating it.
  func boundarySuggestions(in query: EventQuery) throws -> Document {
    let events = try snapshot.events(
      matching: query.filter, except: query.exclusions, to: asOf, order: .occurred
    ).compactMap { view in view.date?.first.map { Dated(day: $0, view: view) } }
    var rows: [JSON] = []
    if let first = events.first?.day {
      let all = try snapshot.eventDays(
        matching: ReportFilter(), from: first.advanced(by: -365), to: asOf)
      rows =
        bursts(in: events, of: all, since: first) + newObjects(in: events)
        + growth(in: events, of: all)
    }
    let dated = rows.sorted { ($0["date"]?.string ?? "") < ($1["date"]?.string ?? "") }
    return Document(
      schema: "annals.suggestions/1", head: snapshot.position, asOf: asOf,
      columns: [
        Column("date") { .date($0["date"]) }, Column("sign", key: "sign"),
        Column("why", key: "why"), Column("first event", key: "title"),
        Column("id") { .id($0["id"]) }, Column("source", key: "source", for: .programs),
      ], rows: dated)
  }

  private struct Dated {
    let day: CivilDay
    let view: EventView
  }

  private func row(_ event: Dated, _ sign: String, _ why: String) -> JSON {
    let mention = event.view.head.report.mention
    return .object([
      "date": .string("\(event.day)"), "sign": .string(sign), "why": .string(why),
      "title": .string(event.view.event.title), "id": .string(event.view.id.description),
      "source": .string(mention.citation),
    ])
  }

  private func bursts(
    in events: [Dated], of all: [EventDays], since first: CivilDay
  ) -> [JSON] {
    let quarters = TrendInterval.quarter.covering(first, asOf)
    func days(_ index: Int) -> ClosedRange<CivilDay> {
      quarters[index].first!...quarters[index].last!
    }
    let relevant = tally(events.map { ($0.day, $0.day, 1) }, quarters)
    let total = zip(relevant, tally(all, quarters)).map(max)
    guard let found = try? BatchedBursts(relevant: relevant, total: total) else { return [] }
    return found.bursts.compactMap { burst in
      let (from, to) = (burst.batches.lowerBound, burst.batches.upperBound)
      guard let event = events.first(where: { days(from).contains($0.day) }) else { return nil }
      let (hits, of) = (
        relevant[burst.batches].reduce(0, +), total[burst.batches].reduce(0, +)
      )
      return row(
        event, "burst",
        "\(hits) of \(of) events from \(quarters[from].text) to \(quarters[to].text)")
    }
  }

  /// Objects of at least three events.
  private func newObjects(in events: [Dated]) -> [JSON] {
    var groups: [String: [Dated]] = [:]
    for event in events {
      for object in Set(event.view.event.objects) { groups[object, default: []].append(event) }
    }
    return groups.filter { $0.value.count >= 3 }.sorted { $0.key < $1.key }.map { object, group in
      row(group[0], "new object", "the first of \(group.count) events on \(object)")
    }
  }

  /// The one event from which on a year's share of all events is most above, and at least twice, that of
  /// the year before; with at least five events in the year.
  private func growth(
    in events: [Dated], of all: [EventDays]
  ) -> [JSON] {
    func share(_ from: CivilDay) -> (count: Int, share: Double) {
      let days = from...from.advanced(by: 364)
      let count = events.count { days.contains($0.day) }
      let total = all.filter { days.contains($0.day) }.map(\.count).reduce(0, +)
      return (count, total == 0 ? 0 : Double(count) / Double(total))
    }
    let best = events.compactMap { event -> (event: Dated, before: Double, after: Double)? in
      let (before, after) = (share(event.day.advanced(by: -365)), share(event.day))
      guard after.count >= 5, before.share > 0, after.share >= 2 * before.share else { return nil }
      return (event, before.share, after.share)
    }.max { $0.after / $0.before < $1.after / $1.before }
    return best.map { best in
      let shares = [best.before, best.after].map { Cell.share($0).shown }
      return [row(best.event, "share", "from \(shares[0]) of all events in a year to \(shares[1])")]
    } ?? []
  }
}
