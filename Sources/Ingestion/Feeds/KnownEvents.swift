import EventCoding
import EventLog
import EventModel
import Projections

/// The events around the days that are being ingested, by the tokens of their headlines: where a new
/// report looks for one that tells the same. Days are read from the store when first asked for.
struct KnownEvents {
  private let coder: EventCoder
  private var reports = SketchIndex()
  /// The event that each report tells.
  private var events: [RecordID] = []
  private var frequencies = TokenFrequencies()
  private var days: Set<Int> = []

  init(coder: EventCoder) { self.coder = coder }

  /// The event that a report tells, when some report of it is already known.
  mutating func match(
    _ sketch: EventSketch, in transaction: Transaction
  ) throws -> (event: RecordID, match: SameEvent.Match)? {
    for day in (sketch.day.number - SameEvent.reach)...(sketch.day.number + SameEvent.reach) {
      try read(day, from: transaction)
    }
    let candidates = reports.candidates(for: sketch)
    let same = SameEvent(frequencies: frequencies)
    guard let match = same.match(sketch, among: candidates.map { reports.sketches[$0] }) else {
      return nil
    }
    return (events[candidates[match.index]], match)
  }

  mutating func add(_ event: RecordID, _ sketch: EventSketch) {
    frequencies.add(sketch)
    reports.add(sketch)
    events.append(event)
  }

  private mutating func read(_ number: Int, from transaction: Transaction) throws {
    guard days.insert(number).inserted else { return }
    let day = CivilDay(number: number)
    for row in try ReportProjection.current(on: day, in: transaction) {
      let headline = row.told.mention.title ?? row.told.event.title
      let item = ItemText(title: headline, published: day)
      add(row.event, coder.sketch(item, coder.code(item)))
    }
  }
}
