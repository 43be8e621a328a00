package import EventCoding
package import EventModel

/// One run's questions to a second reader: which items, within which budget, and what is believed of the
/// answers. What cannot be asked or is not answered is coded as without a reader, and asked about in a
/// later run, twice at most.
package final class ReadingRun {
  package let reader: SecondReader
  private let memory: any ReadingMemory
  private let clock: () -> Instant
  private let isInterrupted: () -> Bool
  private var recall: ReadingRecall
  /// How many items the run may still ask about.
  private var left: Int
  /// What the run has asked about, or left to another.
  private var seen: Set<String> = []
  /// Questions that failed one after the other.
  private var failuresInARow = 0
  private var isOver = false
  /// Why nothing is asked; told where something would have been.
  private var obstacle: ReaderFailure?
  package private(set) var tally = ReadingTally()

  /// From which doubt on an item is asked about: three of ten items of the labels, by folds (`make
  /// bench-coding`).
  package static let line = 0.4
  /// Items in one question.
  package static let batch = 20
  /// How often an item is asked about that gets no answer.
  private static let mostAttempts = 3

  /// - Parameter hindrance: why nothing can be asked, where that is known beforehand.
  package init(
    of reader: SecondReader, memory: any ReadingMemory, clock: @escaping () -> Instant,
    isInterrupted: @escaping () -> Bool = { false }, hindrance: String? = nil
  ) throws {
    self.reader = reader
    self.memory = memory
    self.clock = clock
    self.isInterrupted = isInterrupted
    recall = try memory.recall(by: reader.name)
    left = reader.settings.itemsARun
    obstacle = hindrance.map(ReaderFailure.unreachable)
    if let moment = try memory.paused(reader.host), moment > clock() {
      obstacle = .waiting(until: moment)
    }
    isOver = obstacle != nil
  }

  /// The coder with what has been read so far; unchanged where a person is to judge first.
  package func believed(by coder: EventCoder) -> EventCoder {
    reader.settings.asking == .review ? coder : coder.believing(recall.readings)
  }

  /// Asks about those of some items that the coder is unsure of, and gives it what was read.
  package func read(_ items: [ItemToRead], with coder: EventCoder) throws -> EventCoder {
    try ask(wanted(items, coder), coder)
    return believed(by: coder)
  }

  /// Those of some items that are worth a question; where the budget ends among them, the most doubtful
  /// first. None is given twice.
  package func wanted(_ items: [ItemToRead], _ coder: EventCoder) -> [ItemToRead] {
    let found = items.compactMap { item -> (item: ItemToRead, doubt: Double)? in
      let digest = Readings.digest(of: item.text)
      guard recall.readings[item.text] == nil, !seen.contains(digest),
        recall.attempts[digest] ?? 0 < ReadingRun.mostAttempts
      else { return nil }
      let doubt = coder.doubt(of: item.text)
      guard reader.settings.asking == .all || doubt >= ReadingRun.line else { return nil }
      seen.insert(digest)
      return (item, doubt)
    }
    let ordered = found.count > left ? found.sorted { $0.doubt > $1.doubt } : found
    return ordered.map(\.item)
  }

  /// Asks again about what earlier runs were owed, and gives the items that were read now.
  ///
  /// - Parameter find: an item by its feed and key; nil where the log holds it no longer.
  package func settle(
    with coder: EventCoder, find: (_ feed: String, _ key: String) throws -> ItemToRead?
  ) throws -> [ItemToRead] {
    var items: [ItemToRead] = []
    for debt in recall.owed where !isOver && items.count < left && !seen.contains(debt.digest) {
      guard recall.attempts[debt.digest] ?? 0 < ReadingRun.mostAttempts,
        let item = try find(debt.feed, debt.key), Readings.digest(of: item.text) == debt.digest
      else { continue }
      seen.insert(debt.digest)
      items.append(item)
    }
    try ask(items, coder)
    return items.filter { recall.readings[$0.text] != nil }
  }

  private func ask(_ items: [ItemToRead], _ coder: EventCoder) throws {
    var rest = items[...]
    while !rest.isEmpty, !isOver, left > 0 {
      let wanted = min(rest.count, ReadingRun.batch, left)
      let count = try memory.reserve(
        wanted, of: reader.settings.itemsADay, on: clock().day)
      if count == 0 { break }
      left -= count
      try ask(about: Array(rest.prefix(count)), coder)
      rest = rest.dropFirst(count)
    }
    guard !rest.isEmpty else { return }
    if let obstacle { tell(obstacle) }
    try memory.noteOwed(Array(rest), by: reader.name)
    tally.owed += rest.count
  }

  private func ask(about items: [ItemToRead], _ coder: EventCoder) throws {
    try memory.noteAsked(items, of: reader.name)
    let start = ContinuousClock.now
    let reply = try reader.ask(items.map(\.text), isInterrupted: isInterrupted)
    tally.milliseconds += Int64((ContinuousClock.now - start) / .milliseconds(1))
    tally.questions += 1
    tally.asked += items.count
    tally.tokens += reply.tokens
    tally.dropped += reply.dropped
    for (place, item) in items.enumerated() {
      let digest = Readings.digest(of: item.text)
      recall.attempts[digest, default: 0] += 1
      if let reading = reply.readings[place], try take(reading, of: item, coder) { continue }
      if recall.attempts[digest] ?? 0 < ReadingRun.mostAttempts { tally.owed += 1 }
    }
    if let failure = reply.failure { fail(failure) } else { failuresInARow = 0 }
    if case .waiting(let moment)? = reply.failure { try memory.pause(reader.host, until: moment) }
  }

  /// Keeps what of a reading holds; false where nothing does.
  private func take(
    _ reading: Reading, of item: ItemToRead, _ coder: EventCoder
  ) throws -> Bool {
    let proof = coder.proof(of: reading, in: item.text)
    tally.dropped += proof.dropped
    guard let believed = proof.believed else { return false }
    try memory.save(believed, isDisputed: proof.isDisputed, of: item, by: reader.name)
    recall.readings[item.text] = believed
    tally.read += 1
    return true
  }

  private func fail(_ failure: ReaderFailure) {
    failuresInARow += 1
    isOver = failure.isLasting || failuresInARow > 1
    tell(failure)
  }

  private func tell(_ failure: ReaderFailure) {
    let sentence = "\(failure)"
    if !tally.failures.contains(sentence) { tally.failures.append(sentence) }
  }
}
