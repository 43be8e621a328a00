package import EventLog
package import EventModel
import JSONText
import Projections

/// An exported log: CloudEvents in JSON Lines.
package struct CloudEventsImport: Sendable {
  private let events: [CloudEvent]

  /// Whether the first line is a CloudEvent.
  package static func isExportedLog(_ bytes: [UInt8]) -> Bool {
    let line = bytes.split(separator: 0x0A, maxSplits: 1).first.map(Array.init) ?? []
    return (try? JSON.parse(line))?["specversion"] != nil
  }

  /// Throws the ``Finding`` of the first line that is no record of an export of ours, or that shows
  /// records before it to be missing or changed; `isPartial` lets records be missing.
  package init(file: String, bytes: [UInt8], now: Instant, isPartial: Bool = false) throws {
    var check = ExportCheck(now: now, isPartial: isPartial)
    var events: [CloudEvent] = []
    var number = 0
    func finding(_ message: String) -> Finding {
      Finding(file: file, line: number, message: message)
    }
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      if line.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) { continue }
      do {
        let event = try CloudEvent(line: Array(line))
        try check.check(event)
        events.append(event)
      } catch let error as JSONError {
        throw finding(error.reason)
      } catch {
        throw finding("\(error)")
      }
    }
    do { try check.end() } catch { throw finding("\(error)") }
    self.events = events
  }

  /// Whether a log that ends at a head is a part of this one from its beginning on.
  fileprivate func continues(_ head: Head) -> Bool {
    if head.position == 0 { return true }
    return events.contains { $0.sequence == head.position && $0.hash == head.hash }
  }

  fileprivate func records(asCopy isCopy: Bool) -> [NewRecord] {
    events.map(\.record).map { record in
      isCopy
        ? record : NewRecord(id: record.id, type: record.type, payload: record.payload)
    }
  }
}

extension Store {
  /// Appends what an exported log holds and this one does not. A store that is empty, or holds the
  /// beginning of that very log, becomes a copy, with the recorded times and so the head hash of the
  /// original; any other takes its own times, since it learns of the facts only now.
  package func importLog(_ log: CloudEventsImport, now: Instant) throws -> Appended {
    try write { transaction in
      let isCopy = log.continues(try Log(transaction).head())
      var appended = Appended()
      appended.count(
        try Projector.append(log.records(asCopy: isCopy), to: transaction, now: now))
      return appended
    }
  }
}
