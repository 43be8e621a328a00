package import EventLog
package import EventModel
import JSONText
import Projections

/// An exported log: CloudEvents in JSON Lines, read line by line.
package struct ExportedLog {
  private let file: String
  private var lines: Lines
  private var number = 0

  package init(file: String, lines: Lines) {
    self.file = file
    self.lines = lines
  }

  /// Whether a file that begins with this line is one.
  package static func begins(with line: [UInt8]) -> Bool {
    (try? JSON.parse(line))?["specversion"] != nil
  }

  /// The next record of an export; nil at the end. Throws a ``Finding`` where a line is no record of an
  /// export of ours, or shows records before it to be missing or changed.
  fileprivate mutating func next(_ check: inout ExportCheck) throws -> CloudEvent? {
    guard let line = try lines.next() else {
      do { try check.end() } catch {
        throw Finding(file: file, line: number, message: "\(error)")
      }
      return nil
    }
    number = line.number
    do {
      let event = try CloudEvent(line: line.bytes)
      try check.check(event)
      return event
    } catch {
      throw Finding(file: file, line: number, message: error.reasonInLine)
    }
  }
}

extension Transaction {
  /// Appends what an exported log holds and this one does not. A store that is empty, or holds the
  /// beginning of that very log, becomes a copy, with the recorded times and so the head hash of the
  /// original; any other takes its own times, since it learns of the facts only now.
  ///
  /// `isPartial` lets records be missing. Throws the ``Finding`` of the first wrong line.
  package func append(
    log exported: ExportedLog, now: Instant, isPartial: Bool = false
  ) throws -> Appended {
    let log = Log(self)
    let head = try log.head()
    var exported = exported
    var check = ExportCheck(now: now, isPartial: isPartial)
    var isCopy = head.position == 0
    var appended = Appended()
    var batch: [NewRecord] = []
    var indexes = try IndexDeferral(in: self)
    func flush() throws {
      let records = try Projector.append(batch, to: self, now: now)
      try indexes.note(records.count)
      appended.count(records)
      batch.removeAll(keepingCapacity: true)
    }
    while let event = try exported.next(&check) {
      let record = event.record
      batch.append(
        isCopy
          ? record : NewRecord(id: record.id, type: record.type, payload: record.payload))
      if head.position > 0, event.sequence == head.position {
        // All that comes up to here is known already, where the store holds the beginning.
        try flush()
        isCopy = try event.hash == head.hash && log.head() == head
      }
      if batch.count == 1000 { try flush() }
    }
    try flush()
    try indexes.end()
    return appended
  }
}
