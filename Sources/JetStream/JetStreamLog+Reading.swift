package import EventLog
import EventModel
import Foundation
import JSONText

extension JetStreamLog {
  /// Asks any server that has the stream, in as many requests as it takes.
  package func read(after position: Int64, limit: Int) throws -> [LogEntry] {
    try asking { connection in
      var entries: [LogEntry] = []
      while entries.count < limit {
        let start = position + Int64(entries.count)
        let news = try persist {
          try read(after: start, limit: limit - entries.count, over: connection)
        }
        entries += news.entries
        guard news.left == 0 else { continue }
        if start + Int64(news.entries.count) >= connection.known { break }
        usleep(5000)
      }
      return entries
    }
  }

  private struct Slice {
    var entries: [LogEntry] = []
    /// How many more there are; nil until it has ended.
    var left: Int?
  }

  private func read(
    after position: Int64, limit: Int, over connection: Connection
  ) throws -> Slice {
    let token = "\(connection.begin())"
    let wish = JSON.object([
      "seq": .number(position + 1), "batch": .number(Int64(limit)),
    ])
    try connection.send(
      Array(wish.text.utf8), to: "$JS.API.DIRECT.GET.\(address.stream)", token: token)
    var slice = Slice()
    while slice.left == nil {
      let came: Void? = try connection.next(within: 2000) { answer in
        guard answer.token == token else { return }
        switch answer["Status"] {
        case "204": slice.left = answer["Nats-Num-Pending"].flatMap { Int($0) } ?? 0
        case "404": slice.left = 0
        case let status?:
          throw Connection.Unreachable(reason: answer["Description"] ?? "status \(status)")
        case nil:
          slice.entries.append(
            try entry(of: answer, at: position + Int64(slice.entries.count) + 1))
        }
      }
      if came == nil { throw Connection.Unreachable(reason: "no answer") }
    }
    return slice
  }

  private func entry(of answer: Answer, at position: Int64) throws -> LogEntry {
    let sequence = answer["Nats-Sequence"].flatMap { Int64($0) } ?? 0
    guard sequence == position else {
      throw StoreError.diverged(
        position: position, "the log has a gap: its next record is at @\(sequence)")
    }
    guard let subject = answer["Nats-Subject"], subject.hasPrefix(subjects),
      let id = RecordID(subject.dropFirst(subjects.count)), let name = answer["Annals-Type"],
      let version = answer["Annals-Version"].flatMap({ Int($0) }),
      let recorded = answer["Annals-Recorded"].flatMap({ Int64($0) })
    else {
      throw StoreError.diverged(
        position: position, "the message there is no record that annals has written")
    }
    return LogEntry(
      NewRecord(
        id: id, type: RecordType(name: name, version: version), payload: answer.bytes,
        recorded: Instant(milliseconds: recorded),
        scheme: answer["Annals-Scheme"] == "1" ? .numbered : .named),
      hash: answer["Annals-Hash"].flatMap { Digest($0) })
  }
}
