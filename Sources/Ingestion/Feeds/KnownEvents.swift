import EventCoding
import EventLog
import EventModel
import Projections

/// The reports around the days that are being ingested, by the tokens of their headlines: where a
/// new report looks for one that tells the same.
///
/// What it answers is decided by the log alone, not by what happens to be in memory: days are read
/// whole, and read anew when another process has appended.
struct KnownEvents {
  private let coder: EventCoder
  private var ofItems = KnownDays(.ofItems)
  /// Whose order machines leave alone, so that no stages are looked for among them.
  private var ofOthers = KnownDays(.ofOthers)
  private var pending = KnownDays(.pending)
  /// Events that are in nobody's hands, so that machines may merge them.
  private var free: Set<Int64> = []
  /// Where the log ended when the days were read.
  private var head: Int64?

  /// How many reports are held before all are read anew, which bounds the memory.
  private static let most = 100_000

  init(coder: EventCoder) { self.coder = coder }

  /// Forgets what it has read when the log has grown by more than was told to it.
  mutating func follow(_ known: Snapshot) {
    let held = ofItems.count + ofOthers.count + pending.count
    if head != known.position || held > KnownEvents.most { forget() }
    head = known.position
  }

  /// Goes on as if the log had grown, after a dry run has taken back what it appended.
  mutating func rewind(to known: Snapshot) { head = known.position }

  /// The reports that tell the same as a sketch does, the likeliest first; by the records that reported
  /// them.
  mutating func matches(
    _ sketch: EventSketch, in known: Snapshot
  ) throws -> [(report: RecordID, match: SameEvent.Match)] {
    guard let center = sketch.day?.number else { return [] }
    let near = (center - SameEvent.reach)...(center + SameEvent.reach)
    try read(near, of: \.ofItems, in: known)
    try read(near, of: \.ofOthers, in: known)
    var candidates = ofItems.candidates(for: sketch, in: near)
    candidates += ofOthers.candidates(for: sketch, in: near)
    candidates.sort { $0.position < $1.position }
    return SameEvent().matches(sketch, among: candidates.map(\.sketch)).map {
      (candidates[$0.index].id, $0)
    }
  }

  /// The reports that tell an earlier or a later stage of what a sketch tells, the likeliest first; by
  /// the records that reported them.
  mutating func stages(
    of sketch: EventSketch, in known: Snapshot
  ) throws -> [(report: RecordID, match: SameEvent.Match)] {
    guard let center = sketch.day?.number else { return [] }
    let before = (center - SameStory.reach)...center
    try read(before, of: \.pending, in: known)
    var candidates = pending.candidates(for: sketch, in: before)
    if sketch.stage.isPending {
      let after = center...(center + SameStory.reach)
      try read(after, of: \.ofItems, in: known)
      candidates += ofItems.candidates(for: sketch, in: after)
    }
    candidates.sort { $0.position < $1.position }
    return SameStory().matches(sketch, among: candidates.map(\.sketch)).map {
      (candidates[$0.index].id, $0)
    }
  }

  /// Notes what has been appended: the log's new end, and the first reports of items by their records.
  mutating func note(
    _ records: [EventModel.Record], telling sketches: [RecordID: EventSketch] = [:]
  ) {
    guard let last = records.last else { return }
    head = last.position
    for record in records {
      guard let sketch = sketches[record.id] else { continue }
      let report = KnownReport(id: record.id, position: record.position, sketch: sketch)
      ofItems.note(report)
      if sketch.stage.isPending { pending.note(report) }
    }
  }

  /// Forgets what it has read, since reports among it have been amended by these records.
  mutating func forget(_ records: [EventModel.Record]) {
    let end = records.last?.position ?? head
    forget()
    head = end
  }

  private mutating func forget() { self = KnownEvents(coder: coder) }

  /// Whether no account of an event stands in a book or was touched by a person.
  mutating func isFree(_ event: Int64, in known: Snapshot) throws -> Bool {
    if free.contains(event) { return true }
    guard try !known.isInHands(event) else { return false }
    free.insert(event)
    return true
  }

  private mutating func read(
    _ wanted: ClosedRange<Int>, of days: WritableKeyPath<KnownEvents, KnownDays>,
    in known: Snapshot
  ) throws {
    for missing in self[keyPath: days].missing(in: wanted) {
      let positions = try known.headlines(self[keyPath: days].which, publishedIn: missing)
      let reports = try positions.compactMap { try report(at: $0, in: known) }
      self[keyPath: days].add(reports, of: missing)
    }
  }

  private func report(at position: Int64, in known: Snapshot) throws -> KnownReport? {
    guard let account = try known.account(at: position) else { return nil }
    let (event, mention) = (account.report.event, account.report.mention)
    let sketch = coder.sketch(
      mention.title ?? event.title, day: mention.published?.last, event: event,
      source: mention.source)
    return KnownReport(id: account.id, position: position, sketch: sketch)
  }
}
