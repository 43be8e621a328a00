package import EventCoding
package import EventLog
package import EventModel
package import FeedParsing
import Projections

/// Feeds into the log: which items are new or revised, what events they tell, which of those are
/// known already. One transaction a feed, and few appends: see ``ItemBatch``.
package struct FeedIngestion {
  private let store: Store
  private var coder: EventCoder
  private let isDryRun: Bool
  private var known: KnownEvents
  /// Asks a second reader about items that are about to be coded, and gives the coder what it said.
  package var reading: (([ItemToRead], EventCoder) throws -> EventCoder)?

  /// A dry run says what would be appended and leaves the store as it is; events that a report of one
  /// feed would bridge are counted only where they are in the store.
  package init(into store: Store, coder: EventCoder, isDryRun: Bool = false) {
    self.store = store
    self.coder = coder
    self.isDryRun = isDryRun
    known = KnownEvents(coder: coder)
  }

  /// Appends what the feed brings; `name` is where it was read from. Reading it again appends nothing.
  ///
  /// - Parameters:
  ///   - identity: what tells the feed from all others, where that is known better than from the feed.
  ///   - isPolled: whether all that the feed says by now was asked for, so that its silence counts.
  ///   - secrets: of its address, which are kept out of the log.
  ///   - finish: what else belongs into the transaction, such as that the feed was polled.
  package mutating func ingest(
    _ feed: Feed, named name: String, identity: String? = nil, isPolled: Bool = false,
    secrets: FeedSecrets = FeedSecrets(), now: Instant,
    finish: (Transaction, Appended) throws -> Void = { _, _ in }
  ) throws -> Appended {
    let identity = identity ?? feed.identity(named: name)
    let observations = feed.observations(
      of: identity, named: name, without: secrets, now: now)
    let addressesTell = observations.addressesTell
    // Headlines are encoded together and read by others before the log is locked.
    if coder.encodes || reading != nil {
      let fresh = try fresh(observations, addressesTell: addressesTell).map { item in
        ItemToRead(item.text(now: now), feed: item.feed, key: item.key)
      }
      coder = coder.prepared(for: fresh.map(\.text))
      if let reading, !fresh.isEmpty { coder = try reading(fresh, coder) }
    }
    var known = KnownEvents(coder: coder)
    swap(&known, &self.known)
    var isRepeated = false
    let appended = try store.write(isDryRun: isDryRun) { transaction in
      let snapshot = try Snapshot(of: transaction)
      if isRepeated { known = KnownEvents(coder: coder) }
      isRepeated = true
      known.follow(snapshot)
      defer { if isDryRun { known.rewind(to: snapshot) } }
      var batch = ItemBatch(of: transaction, snapshot, now: now)
      for item in observations {
        try batch.append(before: item, &known)
        let decision = try decide(item, addressesTell: addressesTell, now: now, &batch, &known)
        try batch.add(decision, of: item, &known)
        if decision.isEdited { try codeAgain(item, now: now, &batch, &known) }
      }
      try batch.append(&known)
      var appended = batch.appended
      if appended.events > 0, try transaction.setting("coder") != coder.shortDigest {
        try transaction.set("coder", to: coder.shortDigest)
      }
      if appended.records > 0 {
        let records = try Resolver.resolve(in: transaction, now: now)
        known.note(records)
        appended.count(records)
      }
      if isPolled { known.note(try transaction.notePoll(of: identity, now: now)) }
      try finish(transaction, appended)
      return appended
    }
    // What was not committed is not known; the days are then read again.
    self.known = known
    return appended
  }

  /// The items that the log does not have as they are.
  private func fresh(
    _ items: [ItemObservation], addressesTell: Bool
  ) throws -> [ItemObservation] {
    try store.read { transaction in
      let snapshot = try Snapshot(of: transaction)
      return try items.filter { item in
        switch try ItemStanding(of: item, addressesTell: addressesTell, in: snapshot) {
        case .unchanged, .restless: false
        case .new, .revised: true
        }
      }
    }
  }

  private func decide(
    _ item: ItemObservation, addressesTell: Bool, now: Instant, _ batch: inout ItemBatch,
    _ known: inout KnownEvents
  ) throws -> ItemDecision {
    switch try ItemStanding(of: item, addressesTell: addressesTell, in: batch.snapshot) {
    case .unchanged, .restless: return ItemDecision()
    case .revised(let former, let changed):
      let revision = ItemRevision(item: former, current: item, changed: changed)
      let state = item.fingerprint.map { String($0, radix: 16) }.joined(separator: ".")
      let id = RecordID.naming("revision", former.description, state)
      return ItemDecision(
        records: [NewRecord(id: id, change: .itemRevised(revision))], bearsOnLater: true,
        isEdited: !Set(changed).isDisjoint(with: ["title", "summary", "content"]))
    case .new:
      let isTaken = try batch.snapshot.item(of: item.feed, keys: [item.key]) != nil
      let id =
        isTaken
        ? RecordID.naming("item", item.feed, item.key, item.title, item.claimed ?? "")
        : RecordID.naming("item", item.feed, item.key)
      var decision = try events(of: item, id, now: now, &batch, &known)
      decision.records.insert(NewRecord(id: id, change: .itemObserved(item)), at: 0)
      return decision
    }
  }

  /// Codes an item again whose revision has just been appended: what its event says now is amended, and
  /// the log keeps what it said before.
  private func codeAgain(
    _ item: ItemObservation, now: Instant, _ batch: inout ItemBatch, _ known: inout KnownEvents
  ) throws {
    let snapshot = batch.snapshot
    guard let stored = try snapshot.item(of: item.feed, keys: item.names) else { return }
    let recoding = try Recoding(
      stored, coder, now, in: snapshot, isEdited: true, reason: "the item was edited")
    try batch.append(recoding, &known)
  }

  /// What the item reports. Its first event may be one that is known already; the others found their
  /// own, since only the first is what the headline tells.
  private func events(
    of item: ItemObservation, _ id: RecordID, now: Instant, _ batch: inout ItemBatch,
    _ known: inout KnownEvents
  ) throws -> ItemDecision {
    let text = item.text(now: now)
    let coding = coder.code(text)
    let mention = item.mention(id, text)
    var (decision, consequences) = (ItemDecision(), [NewRecord]())
    for (place, coded) in coding.all.enumerated() {
      let record = RecordID.naming("event", id.description, "\(place)")
      let report = Report(event: coded.titled(by: text).coded(by: coder), mention: mention)
      var change = Change.eventReported(report)
      if place == 0 {
        let sketch = coder.sketch(
          item.title.isEmpty ? report.event.title : item.title, day: text.published,
          event: report.event, source: mention.source)
        try batch.append(before: sketch, &known)
        let snapshot = batch.snapshot
        let matches = try known.matches(sketch, in: snapshot)
        if let (same, match) = matches.first {
          change = .eventMentioned(
            EventMention(
              of: same, report: report, score: (match.score * 100).rounded() / 100,
              reason: match.reason))
          consequences = try bridges(record, among: matches.map(\.report), in: snapshot, &known)
        }
        consequences += try StoryLinks(
          of: record, report.event, with: known.stages(of: sketch, in: snapshot),
          joining: matches.map(\.report), by: coder.shortDigest, in: snapshot
        ).records
        decision.sketches[record] = sketch
      }
      decision.records.append(NewRecord(id: record, change: change))
    }
    decision.records += consequences
    decision.bearsOnLater = !consequences.isEmpty
    return decision
  }

  /// A report that tells the same as reports of several events makes one of them, the oldest; but of
  /// none that stands in a book or that a person has put in order. So what is one event does not
  /// depend on what was read first.
  private func bridges(
    _ report: RecordID, among matches: [RecordID], in snapshot: Snapshot,
    _ known: inout KnownEvents
  ) throws -> [NewRecord] {
    let numbers = Set(try matches.compactMap { try snapshot.event(of: $0) })
    guard numbers.count > 1 else { return [] }
    let events = try numbers.sorted().filter { try known.isFree($0, in: snapshot) }
      .compactMap { try snapshot.id(at: $0) }
    guard let oldest = events.first else { return [] }
    return events.dropFirst().map { event in
      NewRecord(
        id: .naming("bridge", report.description, event.description),
        change: .eventsMerged(
          EventMerge(
            into: oldest, other: event, author: .coder(coder.shortDigest),
            reason: "a report tells the same as both")))
    }
  }
}

extension Event {
  /// The event, with the coder in its evidence.
  func coded(by coder: EventCoder) -> Event {
    var event = self
    event.evidence?.coder = coder.shortDigest
    return event
  }

  /// The event whoever coded it.
  var withoutCoder: Event {
    var event = self
    event.evidence?.coder = nil
    return event
  }
}

extension EventCoder {
  /// What it codes by, in sixteen hexadecimal digits.
  var shortDigest: String { String(digest.prefix(16)) }
}

extension Event {
  /// The event, with the beginning of the item's text for a title where the item has none.
  package func titled(by text: ItemText) -> Event {
    guard title.isEmpty else { return self }
    var event = self
    event.title = String(text.codedText.prefix(100))
    return event
  }
}

extension ItemObservation {
  /// The item as the source of a claim.
  package func mention(_ id: RecordID, _ text: ItemText) -> Mention {
    Mention(
      item: id, source: feedTitle, url: url, published: text.published.map(PartialDate.init),
      title: title.isEmpty ? nil : title,
      language: language)
  }

  /// What the coder reads. A date in the future is not believed; without one, the day is today.
  package func text(now: Instant) -> ItemText {
    let day = published.map(\.day).flatMap { $0 <= now.day.advanced(by: 1) ? $0 : nil }
    return ItemText(
      title: title, summary: summary, content: content, language: language,
      published: day ?? now.day, source: feedTitle, url: url)
  }
}
