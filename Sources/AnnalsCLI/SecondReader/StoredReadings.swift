import EventCoding
import EventLog
import EventModel
import JSONText
import SecondReading
import SideTables

/// The memory of a second reader in a store: tables beside the log.
struct StoredReadings: ReadingMemory {
  private let store: Store
  private let clock: () -> Instant

  init(in store: Store, _ surroundings: Surroundings) throws {
    self.store = store
    clock = surroundings.clock
    try store.write(SideSchema.prepare)
  }

  func recall(by reader: String) throws -> ReadingRecall {
    var recall = ReadingRecall(Readings(by: reader))
    for entry in try store.read({ try ReadingTable($0).all(of: reader) }) {
      var dropped = 0
      if let text = entry.reading, let json = try? JSON.parse(text),
        let reading = Reading(json: json, dropped: &dropped)
      {
        recall.readings.add(reading, ofContent: entry.content)
      } else {
        recall.attempts[entry.content] = entry.attempts
        if !entry.feed.isEmpty {
          recall.owed.append(.init(feed: entry.feed, key: entry.key, digest: entry.content))
        }
      }
    }
    return recall
  }

  /// What readers take for something else than the coder does by itself; the last read counts.
  static func disputed(in store: Store) throws -> Readings {
    var readings = Readings(by: "")
    for entry in try store.read({ try ReadingTable($0).disputed() }).reversed() {
      var dropped = 0
      if let text = entry.reading, let json = try? JSON.parse(text),
        let reading = Reading(json: json, dropped: &dropped)
      {
        readings.add(reading, ofContent: entry.content)
      }
    }
    return readings
  }

  func reserve(_ count: Int, of limit: Int, on day: CivilDay) throws -> Int {
    try store.write { try ReadingTable($0).reserve(count, of: limit, on: day) }
  }

  func noteAsked(_ items: [ItemToRead], of reader: String) throws {
    try note(items, by: reader, isAsked: true)
  }

  func noteOwed(_ items: [ItemToRead], by reader: String) throws {
    try note(items, by: reader, isAsked: false)
  }

  private func note(_ items: [ItemToRead], by reader: String, isAsked: Bool) throws {
    try store.write { transaction in
      for item in items {
        try ReadingTable(transaction).note(
          Readings.digest(of: item.text), of: item.feed, key: item.key, by: reader,
          isAsked: isAsked, at: clock())
      }
    }
  }

  func save(
    _ reading: Reading, isDisputed: Bool, of item: ItemToRead, by reader: String
  ) throws {
    try store.write {
      try ReadingTable($0).save(
        reading.json.text, isDisputed: isDisputed, of: Readings.digest(of: item.text), by: reader)
    }
  }

  // A host may serve feeds too, which a pause of its model does not concern.
  private func subject(_ host: String) -> String { "second reader at \(host)" }

  func pause(_ host: String, until moment: Instant) throws {
    try store.write {
      try PauseTable($0).pause(subject(host), since: clock(), until: moment)
    }
  }

  func paused(_ host: String) throws -> Instant? {
    try store.write { try PauseTable($0).pauses(at: clock())[subject(host)]?.until }
  }
}
