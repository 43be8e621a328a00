import EventLog
import EventModel
import Foundation
package import JSONText
import Synchronization

/// A log on a cluster of NATS servers: a JetStream stream, each record a message of its own subject.
///
/// A position is a sequence of the stream. An append is acknowledged when most servers have it on their
/// disks, which they must be set up for: ``LogAddress/isUnsafe``.
package final class JetStreamLog: LogStore {
  package let address: LogAddress
  /// How long an answer is waited for, through elections of a leader and lost connections.
  private let patience: Duration
  private let connection: Mutex<Held>

  /// Lent to one at a time; libnats itself may be called from any thread.
  private struct Held: @unchecked Sendable {
    let connection: Connection
  }

  /// Connects; throws ``LibraryMissing`` or ``StoreError/away(log:_:)``.
  package init(
    _ address: LogAddress, connecting: Duration = .seconds(2), patience: Duration = .seconds(30)
  ) throws {
    self.address = address
    self.patience = patience
    do {
      let milliseconds = Int64(connecting / .milliseconds(1))
      connection = Mutex(
        Held(connection: try Connection(address, milliseconds: max(1, milliseconds))))
    } catch let error as Connection.Unreachable {
      throw StoreError.away(log: address.shown, error.reason)
    }
  }

  /// Does what asks the servers, one at a time.
  func asking<Value: Sendable>(
    _ body: (Connection) throws -> Value
  ) throws -> Value {
    try connection.withLock { held in
      do { return try body(held.connection) } catch let error as Connection.Unreachable {
        throw StoreError.away(log: address.shown, error.reason)
      }
    }
  }

  /// Tries until it succeeds or patience ends, which begins anew with every progress: while a leader is chosen
  /// there is nobody to answer.
  func persist<Value>(
    until left: () -> Int = { 0 }, _ attempt: () throws -> Value
  ) throws -> Value {
    var (deadline, before) = (ContinuousClock.now + patience, left())
    while true {
      do { return try attempt() } catch let error as Connection.Unreachable {
        if left() < before { (deadline, before) = (ContinuousClock.now + patience, left()) }
        guard ContinuousClock.now < deadline else { throw error }
        usleep(100_000)
      }
    }
  }

  package func end() throws -> Int64 {
    let info = try information()
    guard let end = info["state"]?["last_seq"]?.integer else {
      throw StoreError.unusable(log: address.shown, JetStreamLog.reason(of: info))
    }
    return end
  }

  /// What the stream's leader says of it; an object with `error` where there is none of the name.
  package func information() throws -> JSON {
    try asking { connection in
      try persist {
        let info = try connection.request(
          nil, of: "$JS.API.STREAM.INFO.\(address.stream)", milliseconds: 2000)
        if let code = info["error"]?["code"]?.integer, code == 503 {
          throw Connection.Unreachable(reason: "no leader answers")
        }
        connection.note(end: info["state"]?["last_seq"]?.integer ?? 0)
        return info
      }
    }
  }

  static func reason(of answer: JSON) -> String {
    answer["error"]?["description"]?.string ?? "it answers \(answer.text)"
  }

  /// What the subjects of its records begin with, with the point.
  var subjects: String { "\(address.stream.lowercased()).ev." }
}

/// The servers' own numbers for what they refuse.
enum Refused {
  /// The log ends elsewhere than expected, or has the record.
  static let wrongSequence: Int64 = 10071

  /// Whether it can be tried again: everything but what would be refused for ever.
  static func isPassing(_ code: Int64) -> Bool {
    // Too large, no room, too many.
    ![10054, 10047, 10077, 10052, 10023, 10060].contains(code)
  }
}
