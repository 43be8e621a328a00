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
  /// Of each day, the reports of what is still to come true or not.
  private var pending: [Int: Day] = [:]
  /// Where the log ended when the days were read.
  private var head: Int64?

  init(coder: EventCoder) { self.coder = coder }

  /// Forgets what it has read when the log has grown by more than was told to it.
  mutating func follow(_ known: Snapshot) {
    if head != known.position { (days, pending) = ([:], [:]) }
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

  /// The reports that tell an earlier or a later stage of what a sketch tells, the likeliest first; by
  /// the records that reported them.
  mutating func stages(
    of sketch: EventSketch, in known: Snapshot
  ) throws -> [(report: RecordID, match: SameEvent.Match)] {
    guard let center = sketch.day?.number else { return [] }
    var candidates: [KnownReport] = []
    for number in (center - SameStory.reach)...center {
      candidates += try pendingDay(number, in: known).candidates(for: sketch)
    }
    if sketch.stage.isPending {
      for number in center...(center + SameStory.reach) {
        candidates += try day(number, in: known).candidates(for: sketch)
      }
    }
    candidates.sort { $0.position < $1.position }
    return SameStory().matches(sketch, among: candidates.map(\.sketch)).map {
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
    let report = KnownReport(id: id, position: record.position, sketch: sketch)
    days[day]?.add(report)
    if sketch.stage.isPending { pending[day]?.add(report) }
  }

  /// Forgets what it has read, since reports among it have been amended by these records.
  mutating func forget(_ records: [EventModel.Record]) {
    (days, pending) = ([:], [:])
    head = records.last?.position ?? head
  }

  private mutating func day(_ number: Int, in known: Snapshot) throws -> Day {
    if let day = days[number] { return day }
    let day = day(of: try known.headlines(publishedOn: CivilDay(number: number)), number)
    days[number] = day
    return day
  }

  private mutating func pendingDay(_ number: Int, in known: Snapshot) throws -> Day {
    if let day = pending[number] { return day }
    let accounts = try known.headlines(publishedOn: CivilDay(number: number), isPending: true)
    let day = day(of: accounts, number)
    pending[number] = day
    return day
  }

  private func day(of accounts: [Account], _ number: Int) -> Day {
    var day = Day()
    for account in accounts {
      let (event, mention) = (account.report.event, account.report.mention)
      let sketch = coder.sketch(
        mention.title ?? event.title, day: CivilDay(number: number), event: event,
        source: mention.source)
      day.add(KnownReport(id: account.id, position: account.position, sketch: sketch))
    }
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
