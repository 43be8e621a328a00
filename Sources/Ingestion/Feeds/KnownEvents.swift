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

  /// The event that a report tells, when some report of it is already known; by the record that
  /// reported it.
  mutating func match(
    _ sketch: EventSketch, in known: Snapshot
  ) throws -> (report: RecordID, match: SameEvent.Match)? {
    guard let center = sketch.day?.number else { return nil }
    let reach = (center - SameEvent.reach)...(center + SameEvent.reach)
    let window = try reach.map { try day($0, in: known) }
    let candidates = KnownEvents.candidates(for: sketch, in: window)
    guard !candidates.isEmpty else { return nil }
    var counts: [UInt64: Int32] = [:]
    for token in Set(sketch.tokens + candidates.flatMap(\.sketch.tokens)) {
      counts[token] = Int32(window.reduce(0) { $0 + ($1.postings[token]?.count ?? 0) })
    }
    let documents = window.reduce(0) { $0 + $1.reports.count }
    let same = SameEvent(frequencies: TokenFrequencies(counts: counts, documents: documents))
    guard let match = same.match(sketch, among: candidates.map(\.sketch)) else { return nil }
    return (candidates[match.index].id, match)
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
        mention.title ?? event.title, day: CivilDay(number: number), type: event.type)
      day.add(KnownReport(id: account.id, position: account.position, sketch: sketch))
    }
    days[number] = day
    return day
  }

  /// The likeliest first: among the 200 told last that share one of the ten rarest tokens, those that
  /// share the most of them.
  private static func candidates(for sketch: EventSketch, in window: [Day]) -> [KnownReport] {
    let lists = sketch.tokens.map { token in
      (token, window.flatMap { day in (day.postings[token] ?? []).map { day.reports[$0] } })
    }.filter { !$0.1.isEmpty }.sorted { ($0.1.count, $0.0) < ($1.1.count, $1.0) }
    var votes: [Int64: (count: Int, report: KnownReport)] = [:]
    for (_, list) in lists.prefix(10) {
      for report in list.sorted(by: { $0.position < $1.position }).suffix(200) {
        votes[report.position, default: (0, report)].count += 1
      }
    }
    return votes.values.sorted {
      ($1.count, $1.report.position) < ($0.count, $0.report.position)
    }.prefix(60).map(\.report)
  }
}

private struct KnownReport {
  let id: RecordID
  let position: Int64
  let sketch: EventSketch
}

/// The reports of one day, in the order of the log, by the tokens of their headlines.
private struct Day {
  private(set) var reports: [KnownReport] = []
  private(set) var postings: [UInt64: [Int]] = [:]

  mutating func add(_ report: KnownReport) {
    for token in report.sketch.tokens { postings[token, default: []].append(reports.count) }
    reports.append(report)
  }
}
