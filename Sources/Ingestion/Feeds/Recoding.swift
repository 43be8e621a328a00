package import EventCoding
package import EventLog
package import EventModel
import Projections

extension Store {
  /// Codes every stored item again with a better coder. What is coded otherwise now is appended as
  /// amendments, retractions and new reports: nothing is edited, and `--as-of` still shows what was
  /// believed before. Coding again with the same coder appends nothing.
  ///
  /// What a person has put right, merged, split or retracted stays; ``Appended/flagged`` counts the
  /// reports that the coder would have taken back. A dry run says what would be appended; `progress`
  /// gets how many items have been coded, of how many.
  package func recode(
    with coder: EventCoder, now: Instant, isDryRun: Bool = false,
    progress: (_ done: Int, _ total: Int) throws -> Void = { _, _ in }
  ) throws -> Appended {
    try write(isDryRun: isDryRun) { transaction in
      var appended = Appended()
      var done = 0
      let total = try Snapshot(of: transaction).itemCounts().items
      var last: Int64 = 0
      while true {
        let items = try Snapshot(of: transaction).items(after: last, limit: 500)
        guard let end = items.last else {
          // What did not change was coded by this coder too.
          try transaction.set("coder", to: coder.shortDigest)
          let head = try Log(transaction).head().position
          try transaction.set("coded", to: "\(head)")
          return appended
        }
        let coder = try coder.prepared(for: items, now: now, in: Snapshot(of: transaction))
        for item in items {
          let known = try Snapshot(of: transaction)
          let recoding = try Recoding(
            item, coder, now, in: known,
            reason: "coded again with dictionary \(coder.shortDigest)")
          appended.flagged += recoding.flagged
          appended.count(
            try Projector.append(
              recoding.records, decidedFrom: known, to: transaction, now: now))
          done += 1
          try progress(done, total)
        }
        last = end.item
      }
    }
  }
}

extension EventCoder {
  /// The coder with the headlines of stored items encoded together.
  fileprivate func prepared(
    for items: [StoredItem], now: Instant, in known: Snapshot
  ) throws -> EventCoder {
    guard encodes else { return self }
    return prepared(
      for: try items.compactMap { try known.observation(of: $0)?.item.text(now: now) })
  }
}

/// One item coded again, beside what the log believes of it: the records that say the difference.
struct Recoding {
  private(set) var records: [NewRecord] = []
  /// Reports that would be taken back, were they not a person's by now.
  private(set) var flagged = 0

  /// - Parameters:
  ///   - isEdited: whether the item itself has changed, so that the source is another too.
  ///   - reason: what the amendments and retractions give as theirs.
  init(
    _ item: StoredItem, _ coder: EventCoder, _ now: Instant, in known: Snapshot,
    isEdited: Bool = false, reason: String
  ) throws {
    guard let (id, observation, text) = try known.text(of: item, now: now) else { return }
    let events = coder.code(text).all.map { $0.titled(by: text).coded(by: coder) }
    let mention = observation.mention(id, text)
    let author = Author.coder(coder.shortDigest)
    let all = try known.accounts(ofItem: item.item)
    let accounts = try all.filter { !$0.isRetracted }.map { account in
      (account: account, base: try known.base(of: account).report.event)
    }
    // Where the log stands on this item: names what is appended, so that it can be appended again
    // after it was taken back.
    let place = try known.lastTouch(of: all)
    func name(_ what: String, _ which: String) -> RecordID {
      .naming("recode", what, which, coder.shortDigest, "\(place)")
    }
    let pairs = Alignment.pairs(accounts.map(\.base), events, isEdited: isEdited)
    for (old, new) in pairs where accounts[old].base.withoutCoder != events[new].withoutCoder {
      // What a person has told of the item is not the coder's to tell otherwise.
      guard accounts[old].account.report.act == nil else { continue }
      let of = accounts[old].account.id
      let amendment = EventAmendment(
        of: of, .whole(events[new]), mention: isEdited ? mention : nil, author: author,
        reason: reason)
      records.append(
        NewRecord(id: name("amend", of.description), change: .eventAmended(amendment)))
    }
    for index in accounts.indices where !pairs.contains(where: { $0.old == index }) {
      let account = accounts[index].account
      if try known.isTouchedByPerson(account) {
        flagged += 1
        continue
      }
      let retraction = EventRetraction(of: account.id, author: author, reason: reason)
      records.append(
        NewRecord(
          id: name("retract", account.id.description), change: .eventRetracted(retraction)))
    }
    for index in events.indices where !pairs.contains(where: { $0.new == index }) {
      // A person who took back what the item told is not told it again.
      if try all.contains(where: { account in
        try account.isRetracted && known.isTouchedByPerson(account)
          && account.report.event.type == events[index].type
      }) {
        flagged += 1
        continue
      }
      records.append(
        NewRecord(
          id: name("report", "\(id) \(index)"),
          change: .eventReported(Report(event: events[index], mention: mention))))
    }
  }
}

/// Which event of an item, as it was coded, is which as it is coded now.
enum Alignment {
  /// Each event stands in at most one pair. The closest pairs first: the same event, then the same
  /// words told as the same type or of the same actor, then the same type and actor, then the same
  /// words alone. Where the item was edited, words are the same that an editor left much of.
  static func pairs(
    _ old: [Event], _ new: [Event], isEdited: Bool = false
  ) -> [(old: Int, new: Int)] {
    let isOfSameWords = isEdited ? isOfLikeTitle : isOfSameSpan
    let closeness: [(Event, Event) -> Bool] = [
      { $0.withoutCoder == $1.withoutCoder },
      { isOfSameWords($0, $1) && ($0.type == $1.type || sharesActor($0, $1)) },
      { $0.type == $1.type && sharesActor($0, $1) },
      isOfSameWords,
    ]
    var pairs: [(old: Int, new: Int)] = []
    for isClose in closeness {
      for left in old.indices where !pairs.contains(where: { $0.old == left }) {
        let match = new.indices.first { right in
          !pairs.contains { $0.new == right } && isClose(old[left], new[right])
        }
        if let match { pairs.append((left, match)) }
      }
    }
    return pairs
  }

  private static func isOfSameSpan(_ left: Event, _ right: Event) -> Bool {
    guard let left = left.evidence?.span, let right = right.evidence?.span else { return false }
    return left.overlaps(right)
  }

  /// Whether half of the titles' pairs of neighbouring characters are the same (Dice 1945).
  private static func isOfLikeTitle(_ left: Event, _ right: Event) -> Bool {
    func pairs(_ title: String) -> Set<String> {
      let characters = title.lowercased().map(String.init)
      return Set(zip(characters, characters.dropFirst()).map { $0 + $1 })
    }
    let (one, other) = (pairs(left.title), pairs(right.title))
    return 4 * one.intersection(other).count >= one.count + other.count
  }

  private static func sharesActor(_ left: Event, _ right: Event) -> Bool {
    left.actors.contains { actor in right.actors.contains { $0.name == actor.name } }
  }
}
