import EventLog
import EventModel
import Foundation
import JetStream
import Projections
import TestSupport

/// A kind of log to be tested.
enum Bench: Sendable {
  /// A store of this machine.
  case store
  /// A stream on the servers that `make test-cluster` has started.
  case stream

  static var all: [Bench] { servers == nil ? [.store] : [.store, .stream] }

  /// An empty log, and what must live as long as it.
  func make() throws -> (any LogStore, AnyObject?) {
    switch self {
    case .store:
      let store = try TemporaryStore()
      return (StoreLog(store.store), store)
    case .stream:
      let log = try JetStreamLog(Bench.newAddress())
      try log.make()
      return (log, nil)
    }
  }

  /// `nats://h1,h2,h3`
  static let servers = ProcessInfo.processInfo.environment["ANNALS_TEST_SERVERS"]

  /// Of a stream that is not there yet.
  static func newAddress() throws -> LogAddress {
    try LogAddress("\(servers ?? "nats://127.0.0.1:1")/T\(UUID().uuidString)")
  }
}

extension LogEntry {
  /// The fact of a number, the same whenever it is asked for.
  static func fact(_ number: Int, of whom: String = "") -> LogEntry {
    let record = NewRecord.fact(number, of: whom)
    return LogEntry(
      NewRecord(
        id: record.id, type: record.type, payload: record.payload,
        recorded: Instant(milliseconds: 1_700_000_000_000 + Int64(number))))
  }

  static func facts(_ numbers: ClosedRange<Int>, of whom: String = "") -> [LogEntry] {
    numbers.map { .fact($0, of: whom) }
  }

  /// Without what another appender would reckon.
  var id: RecordID { record.id }
}

extension NewRecord {
  fileprivate static func fact(_ number: Int, of whom: String) -> NewRecord {
    NewRecord(
      id: .naming("fact", whom, "\(number)"),
      change: .eventNoted(
        EventNote(of: .naming("event"), text: "\(whom) \(number)", act: .naming("act", "\(number)"))
      ))
  }
}
