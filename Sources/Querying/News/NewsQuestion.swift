import EventModel
import Projections

extension Inquiry {
  package static let news = Inquiry(
    "new", "Show what is new since you last looked, the most telling first.",
    schema: News.schema,
    [
      .query(),
      Parameter("since", .text, "From this date or @position on, in place of your last look."),
      Parameter("limit", .count, "At most this many events."),
    ]
  ) { question, arguments in
    try question.news(
      question.query(arguments.texts("query")), since: arguments.text("since")
    ).document(limit: arguments.count("limit"), query: arguments.texts("query"))
  }
}

extension Question {
  fileprivate func news(_ query: EventQuery, since text: String?) throws -> News {
    let (place, since) = try place(text)
    let log = try snapshot.news(after: place)
    let before = snapshot.at(place)
    let numbers = try Set(
      log.founded
        + log.accounts.flatMap { id in
          try [before, snapshot].compactMap { try $0.account(id)?.event }
        }
    ).sorted()
    let wanted = try [before, snapshot].map { snapshot in
      try snapshot.events(numbers, matching: query.filter, except: query.exclusions)
    }
    let names = try names()
    let rows = try numbers.filter { wanted[0].contains($0) || wanted[1].contains($0) }
      .compactMap { try row($0, links: log.links, before: before, names) }
    let isWhole = query.filter.isEmpty && query.exclusions.isEmpty
    return News(
      position: snapshot.position, place: place, since: since, asOf: asOf, log: log,
      feeds: feeds(since: since),
      undelivered: attention.undelivered.count { at in since.map { at > $0 } ?? true },
      uncoded: try uncoded(since: place),
      rows: rows + (isWhole ? try verdicts(of: Set(log.verdicts)) : []), isWhole: isWhole)
  }

  /// Where the news begins, and when that was; the first time, where the store's own news does.
  private func place(_ text: String?) throws -> (position: Int64, since: Instant?) {
    if let text {
      if text.hasPrefix("@"), let position = Int64(text.dropFirst()), position >= 0 {
        return (min(position, snapshot.position), try snapshot.recorded(position))
      }
      guard let day = try Period(text, today: today).first else {
        throw QueryError("--since \(text) has no beginning", hint: "write a date or @position")
      }
      return (try snapshot.recorded(by: day.advanced(by: -1)).position, Instant(day))
    }
    if let last = attention.last { return (min(last.position, snapshot.position), last.at) }
    return (try snapshot.endOfBooks(), nil)
  }

  /// What an event is to somebody who saw the store before; nil where nothing has changed but how many
  /// tell it.
  private func row(
    _ number: Int64, links: [EventLink], before: Snapshot, _ names: ActorNames
  ) throws -> NewsRow? {
    let (former, now) = (
      try before.event(number)?.naming(names), try snapshot.event(number)?.naming(names)
    )
    guard let now else {
      guard let former else { return nil }
      let into = try snapshot.account(former.head.id).map(\.event).flatMap {
        try snapshot.event($0)
      }
      return NewsRow(former, .gone, into.map { "the same as \($0.id.short)" } ?? "retracted")
    }
    guard let former else {
      if let relation = try links.reversed().compactMap({ try relation($0, of: number) }).first {
        return NewsRow(now, .event, relation)
      }
      return NewsRow(now, .event, nil)
    }
    let fresh = now.accounts.filter { $0.position > before.position }
    if let other = fresh.first(where: { $0.report.event.polarity != now.event.polarity }) {
      let verb = other.report.event.polarity == .denied ? "denies" : "contradicts"
      return NewsRow(now, .denied, "\(verb) \(now.id.short)", told: other)
    }
    if former.stance == .rumoured, now.stance != .rumoured,
      let better = fresh.first(where: { $0.report.event.stance == now.stance })
    {
      return NewsRow(
        now, .confirmed, NewsRow.confirming(former, on: asOf), told: better)
    }
    let corrections = EventDetail.Correction.between(former, now)
    guard !corrections.isEmpty else { return nil }
    return NewsRow(now, .corrected, corrections.map(\.sentence).joined(separator: "; "))
  }

  /// What an event is to another by a link; nil where the link is not of it.
  private func relation(_ link: EventLink, of number: Int64) throws -> String? {
    guard link.stage != EventLink.none, try snapshot.account(link.to)?.event == number,
      let from = try snapshot.account(link.from)?.event, from != number,
      let earlier = try snapshot.event(from)
    else { return nil }
    let relation = link.stage == "confirms" ? NewsRow.confirming(earlier, on: asOf) : link.stage
    return "\(relation) (\(earlier.id.short))"
  }

  private func verdicts(of forecasts: Set<RecordID>) throws -> [NewsRow] {
    guard !forecasts.isEmpty else { return [] }
    return try ledger().filter { forecasts.contains($0.id) }.map(NewsRow.init)
  }

  /// The feeds that were polled since.
  private func feeds(since moment: Instant?) -> [Attention.Feed] {
    attention.feeds.filter { feed in
      guard let polled = feed.polled else { return false }
      return moment.map { polled >= $0 } ?? true
    }
  }

  private func uncoded(since place: Int64) throws -> Int {
    var filter = ItemFilter()
    filter.learnedAfter = place
    filter.isCoded = false
    return try snapshot.itemCount(filter)
  }
}
