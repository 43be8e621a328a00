public import EventLog
public import EventModel
import JSONText
import Projections

/// An exported log: CloudEvents in JSON Lines.
public struct CloudEventsImport: Sendable {
  let records: [NewRecord]

  /// Whether the first line is a CloudEvent.
  public static func isExportedLog(_ bytes: [UInt8]) -> Bool {
    let line = bytes.split(separator: 0x0A, maxSplits: 1).first.map(Array.init) ?? []
    return (try? JSON.parse(line))?["specversion"] != nil
  }

  /// Throws the ``Finding`` of the first line that is no CloudEvent of ours.
  public init(file: String, bytes: [UInt8]) throws {
    var records: [NewRecord] = []
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    where !line.isEmpty {
      do {
        records.append(try CloudEvent(json: JSON.parse(Array(line))).record)
      } catch let error as JSONError {
        throw Finding(file: file, line: index + 1, message: error.reason)
      } catch {
        throw Finding(file: file, line: index + 1, message: "\(error)")
      }
    }
    self.records = records
  }
}

extension Store {
  /// Appends what an exported log holds and this one does not. An empty store becomes a copy, with
  /// the recorded times and so the head hash of the original; any other takes its own times, since
  /// it learns of the facts only now.
  public func importLog(_ log: CloudEventsImport, now: Instant) throws -> Appended {
    try write { transaction in
      let isCopy = try Log(transaction).head().position == 0
      let records = log.records.map {
        NewRecord(id: $0.id, change: $0.change, recorded: isCopy ? $0.recorded : nil)
      }
      var appended = Appended()
      appended.count(try Projector.append(records, to: transaction, now: now))
      return appended
    }
  }
}
