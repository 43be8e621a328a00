import EventLog
import EventModel
import Foundation
import JetStream

/// How many records a second a log on three servers takes and gives. `Tests/Cluster/measure.py` starts them.
enum ClusterBenchmark {
  private static let count = 60_000

  static func run() throws {
    guard let servers = ProcessInfo.processInfo.environment["ANNALS_TEST_SERVERS"] else {
      return print("there are no servers: Tests/Cluster/measure.py starts them")
    }
    let payload = Array("{\"text\":\"\(String(repeating: "x", count: 564))\"}".utf8)
    let entries = (0..<count).map { number in
      LogEntry(
        NewRecord(
          id: .naming("bench", "\(number)"), type: RecordType(name: "bench.fact", version: 1),
          payload: payload, recorded: Instant(milliseconds: Int64(number))))
    }
    let offered = try log(servers)
    try measure("offered, each on its own where it is new") { _ = try offered.append(entries) }
    try measure("offered again") { _ = try offered.append(entries) }
    let decided = try log(servers)
    try measure("decided, in units of \(LogEntry.mostAtOnce)") {
      for start in stride(from: 0, to: count, by: LogEntry.mostAtOnce) {
        try decided.append(
          Array(entries[start..<min(count, start + LogEntry.mostAtOnce)]), expecting: Int64(start))
      }
    }
    try measure("read") {
      for start in stride(from: 0, to: count, by: 1000) {
        _ = try decided.read(after: Int64(start), limit: 1000)
      }
    }
    let single = try log(servers)
    try measure("decided, one by one", 500) {
      for number in 0..<500 { try single.append([entries[number]], expecting: Int64(number)) }
    }
  }

  private static func log(_ servers: String) throws -> JetStreamLog {
    let log = try JetStreamLog(LogAddress("\(servers)/B\(UUID().uuidString)"))
    try log.make()
    return log
  }

  private static func measure(_ what: String, _ count: Int = count, _ work: () throws -> Void)
    rethrows
  {
    let time = try ContinuousClock().measure(work)
    print("\(what): \(Int(Double(count) / (time / .seconds(1)))) records a second")
  }
}
