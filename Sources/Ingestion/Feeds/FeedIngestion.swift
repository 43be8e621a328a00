public import EventCoding
public import EventLog
public import EventModel
public import FeedParsing
import Projections

/// Feeds into the log: which items are new or revised, what events they tell, which of those are
/// known already. One transaction a feed.
public struct FeedIngestion {
  private let store: Store
  private let coder: EventCoder
  private let isDryRun: Bool
  private var known: KnownEvents

  /// A dry run says what would be appended and leaves the store as it is.
  public init(into store: Store, coder: EventCoder, isDryRun: Bool = false) {
    self.store = store
    self.coder = coder
    self.isDryRun = isDryRun
    known = KnownEvents(coder: coder)
  }

  /// Appends what the feed brings; `name` is where it was read from. Reading it again appends nothing.
  ///
  /// - Parameters:
  ///   - identity: what tells the feed from all others, where that is known better than from the feed.
  ///   - finish: what else belongs into the transaction, such as that the feed was polled.
  public mutating func ingest(
    _ feed: Feed, named name: String, identity: String? = nil, now: Instant,
    finish: (Transaction, Appended) throws -> Void = { _, _ in }
  ) throws -> Appended {
    let observations = feed.observations(
      of: identity ?? feed.identity(named: name), named: name)
    var known = KnownEvents(coder: coder)
    swap(&known, &self.known)
    let appended = try store.write(isDryRun: isDryRun) { transaction in
      var appended = Appended()
      for item in observations {
        let records = try records(of: item, now: now, in: transaction, &known)
        appended.count(try Projector.append(records, to: transaction, now: now))
      }
      if appended.records > 0 {
        appended.count(
          try Projector.append(Resolver.due(in: transaction), to: transaction, now: now))
      }
      try finish(transaction, appended)
      return appended
    }
    // What was not committed is not known; the days are then read again.
    self.known = known
    return appended
  }

  private func records(
    of item: ItemObservation, now: Instant, in transaction: Transaction, _ known: inout KnownEvents
  ) throws -> [NewRecord] {
    switch try ItemStanding(of: item, in: transaction) {
    case .unchanged, .restless: return []
    case .revised(let former, let changed):
      let revision = ItemRevision(item: former.id, current: item, changed: changed)
      let state = item.fingerprint.map { String($0, radix: 16) }.joined(separator: ".")
      let id = RecordID.naming("revision", former.id.description, state)
      return [NewRecord(id: id, change: .itemRevised(revision))]
    case .new:
      let id = RecordID.naming("item", item.feed, item.key)
      let observed = NewRecord(id: id, change: .itemObserved(item))
      return [observed] + (try events(of: item, id, now: now, in: transaction, &known))
    }
  }

  /// What the item reports. Its first event may be one that is known already; the others found their
  /// own, since only the first is what the headline tells.
  private func events(
    of item: ItemObservation, _ id: RecordID, now: Instant, in transaction: Transaction,
    _ known: inout KnownEvents
  ) throws -> [NewRecord] {
    let text = item.text(now: now)
    let coding = coder.code(text)
    guard !coding.events.isEmpty else { return [] }
    let sketch = coder.sketch(text, coding)
    let mention = item.mention(id, text)
    return try coding.events.enumerated().map { place, coded in
      let event = coded.titled(by: text)
      let record = RecordID.naming("event", id.description, "\(place)")
      let report = Report(event: event, mention: mention)
      if place == 0, let (same, match) = try known.match(sketch, in: transaction) {
        known.add(same, sketch)
        let mention = EventMention(
          of: same, report: report, score: (match.score * 100).rounded() / 100,
          reason: match.reason)
        return NewRecord(id: record, change: .eventMentioned(mention))
      }
      if place == 0 { known.add(record, sketch) }
      return NewRecord(id: record, change: .eventReported(report))
    }
  }
}

extension Event {
  /// The event, with the beginning of the item's text for a title where the item has none.
  func titled(by text: ItemText) -> Event {
    guard title.isEmpty else { return self }
    var event = self
    event.title = String(text.codedText.prefix(100))
    return event
  }
}

extension ItemObservation {
  /// The item as the source of a claim.
  func mention(_ id: RecordID, _ text: ItemText) -> Mention {
    Mention(
      item: id, source: feedTitle, url: url, published: PartialDate(text.published), title: title,
      language: language)
  }

  /// What the coder reads. A date in the future is not believed; without one, the day is today.
  func text(now: Instant) -> ItemText {
    let day = published.map(\.day).flatMap { $0 <= now.day.advanced(by: 1) ? $0 : nil }
    return ItemText(
      title: title, summary: summary, content: content, language: language,
      published: day ?? now.day, source: feedTitle, url: url)
  }
}
