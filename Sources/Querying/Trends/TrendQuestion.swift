import EventModel
import Forecasting
import JSONText
import Projections

extension Inquiry {
  package static let trend = Inquiry(
    "trend", "Count events over time, or tell how fast a metric grows.",
    schema: "annals.counts/1, with a metric annals.growth/1",
    [
      .query(),
      Parameter(
        "interval", .choice(TrendInterval.allCases.map(\.rawValue)), "week, month, quarter or year."
      ),
      Parameter("metric", .text, "The metric whose growth is asked for."),
      Parameter("actor", .text, "Whose metric it is."),
      Parameter("reaches", .number, "Also tell when the metric reaches this."),
      Parameter(
        "frontier", .choice(["yes"]), "Let only records count, of everybody or of the actor."),
    ] + Parameter.period
  ) { question, arguments in
    let period = try arguments.period(today: question.today)
    let (metric, actor) = (arguments.text("metric"), arguments.text("actor"))
    let isFrontier = arguments.text("frontier") != nil
    switch (metric, actor) {
    case (nil, nil) where !isFrontier:
      return try question.counts(
        question.query(arguments.texts("query")), in: period,
        by: arguments.choice("interval") ?? .month)
    case (let metric?, _) where actor != nil || isFrontier:
      return try question.growth(
        of: metric, by: actor.map { try question.actorName($0) }, in: period,
        reaching: arguments.number("reaches"), isFrontier: isFrontier
      ).document
    default: throw QueryError("a --metric needs an --actor or --frontier, and they need it")
    }
  }
}

extension Question {
  /// How many events fit a query in each interval of a period, their share of all events, and the
  /// bursts in that share over all time (Kleinberg 2003), whatever the period. Where nobody says when the period
  /// begins, it begins with the first event that fits. Events known less precisely than the interval are left out
  /// of both counts.
  package func counts(
    _ query: EventQuery, in period: Period, by interval: TrendInterval
  ) throws -> Document {
    let ever = try snapshot.eventDays(matching: query.filter, except: query.exclusions)
    let isAll = query.filter.isEmpty && query.exclusions.isEmpty
    let allEver = isAll ? ever : try snapshot.eventDays(matching: ReportFilter())
    let (days, all) = (ever.within(period), allEver.within(period))
    guard let first = period.first ?? days.map(\.day).min(),
      let last = period.last ?? all.map(\.day).max()
    else {
      return answer([], period)
    }
    let shown = Period(first: first, last: last)
    let intervals = interval.covering(first, last)
    guard intervals.count <= 10_000 else {
      throw QueryError("\(intervals.count) intervals are too many", hint: "take longer intervals")
    }
    let relevant = tally(days, intervals)
    let total = tally(all, intervals)
    let bursts = bursts(of: ever, in: allEver, by: interval)
    let rows = intervals.indices.map { index in
      JSON.object([
        "interval": .string(intervals[index].text), "count": .number(Int64(relevant[index])),
        "total": .number(Int64(total[index])),
        "share": total[index] == 0
          ? .null : .number(Double(relevant[index]) / Double(total[index])),
        "burst": .bool(bursts.contains(intervals[index].text)),
        "coverage": .string(coverage(of: intervals[index], total: total[index], in: shown)),
      ])
    }
    return answer(rows, shown)
  }

  /// `empty` where the log has no event at all, `partial` where the period or the day asked for cuts
  /// the interval, else `whole`.
  private func coverage(of interval: PartialDate, total: Int, in shown: Period) -> String {
    if total == 0 { return "empty" }
    let whole = Period(interval)
    let covered = shown.intersection(Period(first: nil, last: asOf))
    return whole.intersection(covered) == whole ? "whole" : "partial"
  }

  /// The intervals of all time that are in a burst; none where they are too many.
  private func bursts(
    of days: [EventDays], in all: [EventDays], by interval: TrendInterval
  ) -> Set<String> {
    guard let first = all.map(\.day).min(), let last = all.map(\.day).max(),
      (last.number - first.number) / 7 <= 10_000
    else { return [] }
    let intervals = interval.covering(first, last)
    let states = try? BatchedBursts(
      relevant: tally(days, intervals), total: tally(all, intervals)
    ).states
    return Set(zip(intervals, states ?? []).compactMap { $1 == 1 ? $0.text : nil })
  }

  private func answer(_ rows: [JSON], _ period: Period) -> Document {
    Document(
      schema: "annals.counts/1", head: snapshot.position, asOf: asOf, period: period,
      columns: [
        Column("interval") { .date($0["interval"]) },
        Column("events", key: "count", isNumeric: true),
        Column("of all", key: "total", isNumeric: true),
        Column("share", isNumeric: true) { .share($0["share"]?.double) },
        Column("burst", for: .people) { $0["burst"] == true ? .text("burst") : .empty },
        Column("coverage", for: .people) {
          $0["coverage"] == "whole" ? .empty : Cell($0["coverage"])
        },
        Column("burst", key: "burst", for: .programs),
        Column("coverage", key: "coverage", for: .programs),
      ], rows: rows, chart: .bars("count"))
  }

  /// How many of these there are in each of some intervals that follow one another.
  func tally(_ days: [EventDays], _ intervals: [PartialDate]) -> [Int] {
    var counts = [Int](repeating: 0, count: intervals.count)
    let starts = intervals.map { $0.first! }
    for (day, _, count) in days {
      var (low, high) = (0, starts.count)
      while low < high {
        let middle = (low + high) / 2
        if starts[middle] <= day { low = middle + 1 } else { high = middle }
      }
      if low > 0, let end = intervals[low - 1].last, day <= end { counts[low - 1] += count }
    }
    return counts
  }
}

extension [EventDays] {
  /// Those of which a day may lie in a period.
  fileprivate func within(_ period: Period) -> [EventDays] {
    filter { days in
      (period.first.map { $0 <= days.last } ?? true) && (period.last.map { days.day <= $0 } ?? true)
    }
  }
}
