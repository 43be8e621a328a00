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
  private var days: [Int: Day] = [:]
  /// Where the log ended when the days were read.
  private var head: Int64?

  init(coder: EventCoder) { self.coder = coder }

  /// Forgets what it has read when the log has grown by more than was told to it.
  mutating func follow(_ known: Snapshot) {
    if head != known.position { days = [:] }
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
    var candidates: [KnownReport] = []
    for number in (center - SameEvent.reach)...(center + SameEvent.reach) {
      candidates += try day(number, in: known).candidates(for: sketch)
    }
    candidates.sort { $0.position < $1.position }
    return SameEvent().matches(sketch, among: candidates.map(\.sketch)).map {
      (candidates[$0.index].id, $0)
    }
  }

  /// Notes what has been appended: the log's new end, and the report where it is the first of its
  /// item.
  mutating func note(_ records: [EventModel.Record], _ id: RecordID?, _ sketch: EventSketch?) {
    guard let last = records.last else { return }
    head = last.position
    guard let id, let sketch, let day = sketch.day?.number,
      let record = records.first(where: { $0.id == id })
    else { return }
    days[day]?.add(KnownReport(id: id, position: record.position, sketch: sketch))
  }

  /// Forgets what it has read, since reports among it have been amended by these records.
  mutating func forget(_ records: [EventModel.Record]) {
    days = [:]
    head = records.last?.position ?? head
  }

  private mutating func day(_ number: Int, in known: Snapshot) throws -> Day {
    if let day = days[number] { return day }
    var day = Day()
    var items: Set<RecordID> = []
    for account in try known.accounts(publishedOn: CivilDay(number: number)) {
      let (event, mention) = (account.report.event, account.report.mention)
      // Only the first event of an item is what its headline tells.
      if let item = mention.item, !items.insert(item).inserted { continue }
      let sketch = coder.sketch(
        mention.title ?? event.title, day: CivilDay(number: number), event: event,
        source: mention.source)
      day.add(KnownReport(id: account.id, position: account.position, sketch: sketch))
    }
    days[number] = day
    return day
  }
}

private struct KnownReport {
  let id: RecordID
  let position: Int64
  let sketch: EventSketch
}

/// The reports of one day.
private struct Day {
  private var reports: [KnownReport] = []
  private var index = SketchIndex()

  mutating func add(_ report: KnownReport) {
    index.add(report.sketch, as: reports.count)
    reports.append(report)
  }

  func candidates(for sketch: EventSketch) -> [KnownReport] {
    index.candidates(for: sketch).map { reports[$0] }
  }
}
