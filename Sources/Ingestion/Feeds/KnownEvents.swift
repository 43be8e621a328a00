import EventCoding
import EventLog
import EventModel
import GRDB
import Projections

/// The events around the days that are being ingested, by the tokens of their headlines: where a new
/// report looks for one that tells the same. Days are read from the store when first asked for.
struct KnownEvents {
  private struct Entry {
    let event: RecordID
    let sketch: EventSketch
  }

  private let coder: EventCoder
  private var entries: [Entry] = []
  private var postings: [UInt64: [Int]] = [:]
  private var frequencies = TokenFrequencies()
  private var days: Set<Int> = []

  init(coder: EventCoder) { self.coder = coder }

  /// The event that a report tells, when some report of it is already known.
  mutating func match(
    _ sketch: EventSketch, in database: Database
  ) throws -> (event: RecordID, match: SameEvent.Match)? {
    for day in (sketch.day.number - SameEvent.reach)...(sketch.day.number + SameEvent.reach) {
      try read(day, from: database)
    }
    let candidates = candidates(sketch)
    let same = SameEvent(frequencies: frequencies)
    guard let match = same.match(sketch, among: candidates.map { entries[$0].sketch }) else {
      return nil
    }
    return (entries[candidates[match.index]].event, match)
  }

  mutating func add(_ event: RecordID, _ sketch: EventSketch) {
    frequencies.add(sketch)
    for token in sketch.tokens { postings[token, default: []].append(entries.count) }
    entries.append(Entry(event: event, sketch: sketch))
  }

  /// The entries that share the rarest tokens, at most sixty.
  private func candidates(_ sketch: EventSketch) -> [Int] {
    let lists = sketch.tokens.compactMap { postings[$0] }.sorted { $0.count < $1.count }
    var votes: [Int: Int] = [:]
    for list in lists.prefix(10) {
      for index in list.suffix(200)
      where abs(entries[index].sketch.day.number - sketch.day.number) <= SameEvent.reach {
        votes[index, default: 0] += 1
      }
    }
    return votes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(60).map(\.key)
  }

  private mutating func read(_ number: Int, from database: Database) throws {
    guard days.insert(number).inserted else { return }
    let day = CivilDay(number: number)
    for row in try ReportProjection.current(on: day, in: database) {
      let headline = row.told.mention.title ?? row.told.event.title
      let item = ItemText(title: headline, published: day)
      add(row.event, coder.sketch(item, coder.code(item)))
    }
  }
}
