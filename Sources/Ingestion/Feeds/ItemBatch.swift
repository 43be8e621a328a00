import EventCoding
import EventLog
import EventModel
import Projections

/// What an item makes of the log.
struct ItemDecision {
  var records: [NewRecord] = []
  /// By the record of a report, what later reports are compared with.
  var sketches: [RecordID: EventSketch] = [:]
  /// Whether items that share neither a name nor an event with this one are decided otherwise for it.
  var bearsOnLater = false
  /// Whether its words have changed, and with them what it tells.
  var isEdited = false
}

/// Appends what the items of a feed make of the log, many at once, because each append folds and flushes
/// every table. The log is the same as if each item was appended before the next is looked at: an item
/// that what is waiting bears on makes it appended first.
struct ItemBatch {
  /// The log without what is waiting.
  private(set) var snapshot: Snapshot
  private(set) var appended = Appended()
  private let transaction: Transaction
  private let now: Instant
  private var waiting: [NewRecord] = []
  private var names: Set<String> = []
  private var sketches = WaitingSketches()

  /// How many records wait at most.
  private static let most = 500

  init(of transaction: Transaction, _ snapshot: Snapshot, now: Instant) {
    (self.transaction, self.snapshot, self.now) = (transaction, snapshot, now)
  }

  mutating func add(
    _ decision: ItemDecision, of item: ItemObservation, _ known: inout KnownEvents
  ) throws {
    guard !decision.records.isEmpty else { return }
    waiting += decision.records
    names.formUnion(item.names)
    sketches.add(decision.sketches)
    if decision.bearsOnLater || waiting.count >= ItemBatch.most { try append(&known) }
  }

  /// Appends what is waiting where the item may be one of those.
  mutating func append(before item: ItemObservation, _ known: inout KnownEvents) throws {
    if !names.isDisjoint(with: item.names) { try append(&known) }
  }

  /// Appends what is waiting where it tells the same event or another stage of it.
  mutating func append(before sketch: EventSketch, _ known: inout KnownEvents) throws {
    if sketches.bear(on: sketch) { try append(&known) }
  }

  mutating func append(_ known: inout KnownEvents) throws {
    guard !waiting.isEmpty else { return }
    known.note(try fold(waiting), telling: sketches.byRecord)
    (waiting, names, sketches) = ([], [], WaitingSketches())
  }

  /// Appends how an edited item is coded now; nothing may be waiting.
  mutating func append(_ recoding: Recoding, _ known: inout KnownEvents) throws {
    let records = try fold(recoding.records)
    if !records.isEmpty { known.forget(records) }
    appended.flagged += recoding.flagged
  }

  private mutating func fold(_ records: [NewRecord]) throws -> [EventModel.Record] {
    let records = try Projector.append(records, decidedFrom: snapshot, to: transaction, now: now)
    snapshot = try Snapshot(of: transaction)
    appended.count(records)
    return records
  }
}

/// The sketches of the reports that are waiting, found by their tokens.
private struct WaitingSketches {
  private(set) var byRecord: [RecordID: EventSketch] = [:]
  private var all: [EventSketch] = []
  private var index = SketchIndex()

  mutating func add(_ sketches: [RecordID: EventSketch]) {
    for (record, sketch) in sketches {
      byRecord[record] = sketch
      index.add(sketch)
      all.append(sketch)
    }
  }

  /// Whether one tells the same event as a sketch, or another stage of it.
  func bear(on sketch: EventSketch) -> Bool {
    let near = index.candidates(for: sketch).map { all[$0] }
    return !SameEvent().matches(sketch, among: near).isEmpty
      || !SameStory().matches(sketch, among: near).isEmpty
  }
}
