package import EventLog
import EventModel
import Foundation
import JSONText

extension JetStreamLog {
  /// One atomic batch, which is sent again until its fate is known: where the log has grown and what is
  /// there is of this very unit of work, it was appended.
  package func append(_ decided: [LogEntry], expecting position: Int64) throws {
    guard !decided.isEmpty else { return }
    precondition(decided.count <= LogEntry.mostAtOnce)
    let unit = UUID().uuidString
    try asking { connection in
      try check(decided, over: connection)
      try persist {
        guard try send(decided, of: unit, expecting: position, over: connection) else {
          guard try self.unit(at: position + 1, over: connection) == unit else {
            throw StoreError.overtaken
          }
          return connection.note(end: position + Int64(decided.count))
        }
        connection.note(end: position + Int64(decided.count))
      }
    }
  }

  /// Whether it is acknowledged; false where the log ends elsewhere.
  private func send(
    _ entries: [LogEntry], of unit: String, expecting position: Int64,
    over connection: Connection
  ) throws -> Bool {
    let operation = connection.begin()
    let batch = "\(unit)-\(operation)"
    for (place, entry) in entries.enumerated() {
      var headers = Headers(entry)
      headers.add("Annals-Unit", unit)
      headers.add("Nats-Batch-Id", batch)
      headers.add("Nats-Batch-Sequence", "\(place + 1)")
      if place == 0 { headers.add("Nats-Expected-Last-Sequence", "\(position)") }
      let isLast = place == entries.count - 1
      if isLast { headers.add("Nats-Batch-Commit", "1") }
      try connection.send(
        entry.record.payload, to: subjects + entry.record.id.description,
        token: isLast ? "\(operation)" : nil, headers: headers)
    }
    let deadline = ContinuousClock.now + .seconds(5)
    while ContinuousClock.now < deadline {
      let answer = connection.next(within: 200) { $0.token == "\(operation)" ? $0.json : nil }
      guard let answer, let answer else { continue }
      guard let error = answer["error"] else { return true }
      if error["err_code"]?.integer == Refused.wrongSequence { return false }
      try refuse(error, of: answer)
    }
    throw Connection.Unreachable(reason: "no acknowledgement")
  }

  /// Throws ``StoreError/unusable(log:_:)`` where one is longer than the server takes.
  private func check(_ entries: [LogEntry], over connection: Connection) throws {
    let (count, longest) = (entries.map(\.record.payload.count).max() ?? 0, connection.longest)
    guard count > longest else { return }
    throw StoreError.unusable(
      log: address.shown,
      "a record has \(count) bytes, and its servers take \(longest); they need a larger max_payload"
    )
  }

  /// Throws what it is: something for ever, or something that passes.
  private func refuse(_ error: JSON, of answer: JSON) throws {
    let code = error["err_code"]?.integer ?? 0
    let reason = JetStreamLog.reason(of: answer)
    if !Refused.isPassing(code) { throw StoreError.unusable(log: address.shown, reason) }
    throw Connection.Unreachable(reason: reason)
  }

  /// Of which unit of work the record at a position is, as the leader knows it.
  private func unit(at position: Int64, over connection: Connection) throws -> String? {
    let answer = try connection.request(
      .object(["seq": .number(position)]), of: "$JS.API.STREAM.MSG.GET.\(address.stream)")
    if answer["error"]?["code"]?.integer == 503 {
      throw Connection.Unreachable(reason: "no leader answers")
    }
    guard let encoded = answer["message"]?["hdrs"]?.string, let data = Data(base64Encoded: encoded)
    else { return nil }
    let lines = String(decoding: data, as: UTF8.self).split(separator: "\r\n")
    return lines.first { $0.hasPrefix("Annals-Unit: ") }.map { String($0.dropFirst(13)) }
  }

  /// Thousands under way at once, each only where its subject is new; what is not acknowledged is sent again.
  package func append(_ offered: [LogEntry]) throws -> [Int64?] {
    try asking { connection in
      try check(offered, over: connection)
      var sending = Sending(offered)
      try persist(until: { sending.left }) {
        sending.begin(connection.begin())
        while !sending.isDone {
          while let (entry, token) = sending.next() {
            var headers = Headers(entry)
            headers.add("Nats-Expected-Last-Subject-Sequence", "0")
            try connection.send(
              entry.record.payload, to: subjects + entry.record.id.description, token: token,
              headers: headers)
          }
          var wait = 3000
          while let refused = try connection.next(within: wait, { try sending.settle($0) }) {
            if let refused { try refuse(refused["error"] ?? .null, of: refused) }
            wait = 0
          }
          if wait > 0 { throw Connection.Unreachable(reason: "no acknowledgement") }
        }
      }
      connection.note(end: sending.positions.compactMap(\.self).max() ?? 0)
      return sending.positions
    }
  }
}

/// Entries on their way, each for itself.
private struct Sending {
  /// How many are under way at once.
  private static let window = 4000

  private let entries: [LogEntry]
  private(set) var positions: [Int64?]
  private var isSettled: [Bool]
  private(set) var left: Int
  private var operation = 0
  private var place = 0
  private var underWay = 0

  init(_ entries: [LogEntry]) {
    self.entries = entries
    positions = Array(repeating: nil, count: entries.count)
    isSettled = Array(repeating: false, count: entries.count)
    left = entries.count
  }

  var isDone: Bool { left == 0 }

  /// Begins to send anew what is not settled; what answers earlier sendings no longer counts.
  mutating func begin(_ operation: Int) { (self.operation, place, underWay) = (operation, 0, 0) }

  /// The next that may be sent, and the token of its answer.
  mutating func next() -> (LogEntry, String)? {
    while place < entries.count, isSettled[place] { place += 1 }
    guard place < entries.count, underWay < Sending.window else { return nil }
    defer { (place, underWay) = (place + 1, underWay + 1) }
    return (entries[place], "\(operation)-\(place)")
  }

  /// Notes what an answer says; gives it back where it refuses.
  mutating func settle(_ answer: Answer) throws -> JSON? {
    let parts = answer.token.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 2, parts[0] == operation, entries.indices.contains(parts[1]),
      !isSettled[parts[1]]
    else { return nil }
    let said = answer.json
    if let error = said["error"], error["err_code"]?.integer != Refused.wrongSequence {
      return said
    }
    isSettled[parts[1]] = true
    positions[parts[1]] = said["error"] == nil ? said["seq"]?.integer : nil
    (left, underWay) = (left - 1, underWay - 1)
    return nil
  }
}

extension Headers {
  /// What of a record is not its payload.
  init(_ entry: LogEntry) {
    let record = entry.record
    add("Annals-Type", record.type.name)
    add("Annals-Version", "\(record.type.version)")
    if record.scheme == .numbered { add("Annals-Scheme", "1") }
    if let recorded = record.recorded { add("Annals-Recorded", "\(recorded.milliseconds)") }
    if let hash = entry.hash { add("Annals-Hash", hash.description) }
  }
}
