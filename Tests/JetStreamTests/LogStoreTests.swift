import EventLog
import EventModel
import Foundation
import JetStream
import Testing

/// What every log does, wherever it is kept.
@Suite struct LogStoreTests {
  @Test(arguments: Bench.all)
  func `what is appended is read again in order`(bench: Bench) throws {
    let (log, keeper) = try bench.make()
    try withExtendedLifetime(keeper) {
      #expect(try log.end() == 0)
      #expect(try log.read(after: 0, limit: 10).isEmpty)
      try log.append(LogEntry.facts(1...25), expecting: 0)
      #expect(try log.end() == 25)
      #expect(
        try log.read(after: 0, limit: 100).map(\.record) == LogEntry.facts(1...25).map(\.record))
      #expect(try log.read(after: 20, limit: 3).map(\.id) == LogEntry.facts(21...23).map(\.id))
      #expect(try log.read(after: 25, limit: 3).isEmpty)
    }
  }

  @Test(arguments: Bench.all)
  func `what was offered before is not there twice`(bench: Bench) throws {
    let (log, keeper) = try bench.make()
    try withExtendedLifetime(keeper) {
      #expect(try log.append(LogEntry.facts(1...3)).compactMap(\.self).sorted() == [1, 2, 3])
      let again = try log.append(LogEntry.facts(2...5))
      #expect(again[..<2].allSatisfy { $0 == nil })
      #expect(again[2...].compactMap(\.self).sorted() == [4, 5])
      #expect(try log.end() == 5)
    }
  }

  @Test(arguments: Bench.all)
  func `what was decided from a log that has grown since is not appended`(bench: Bench) throws {
    let (log, keeper) = try bench.make()
    try withExtendedLifetime(keeper) {
      try log.append(LogEntry.facts(1...3), expecting: 0)
      #expect(throws: StoreError.overtaken) { try log.append(LogEntry.facts(4...6), expecting: 2) }
      #expect(throws: StoreError.overtaken) { try log.append([.fact(4)], expecting: 0) }
      #expect(try log.end() == 3)
      try log.append(LogEntry.facts(4...6), expecting: 3)
      #expect(try log.read(after: 3, limit: 9).map(\.id) == LogEntry.facts(4...6).map(\.id))
    }
  }

  @Test(arguments: Bench.all)
  func `the most that can be appended at once is there at once`(bench: Bench) throws {
    let (log, keeper) = try bench.make()
    try withExtendedLifetime(keeper) {
      try log.append(LogEntry.facts(1...LogEntry.mostAtOnce), expecting: 0)
      let read = try log.read(after: 0, limit: 2 * LogEntry.mostAtOnce)
      #expect(read.map(\.id) == LogEntry.facts(1...LogEntry.mostAtOnce).map(\.id))
    }
  }

  @Test(arguments: Bench.all)
  func `writers at once leave no gap, lose nothing and keep their own order`(bench: Bench) throws {
    let (log, keeper) = try bench.make()
    try withExtendedLifetime(keeper) {
      let writers = (0..<4).map { "\($0)" }
      let threads = writers.map { writer in
        Thread {
          for number in 1...15 {
            while true {
              do {
                try log.append(
                  [.fact(number, of: writer), .fact(1000 + number, of: writer)],
                  expecting: log.end())
                break
              } catch StoreError.overtaken { continue } catch { return }
            }
          }
          Thread.current.threadDictionary["done"] = true
        }
      }
      threads.forEach { $0.start() }
      while !threads.allSatisfy(\.isFinished) { usleep(1000) }
      let read = try log.read(after: 0, limit: 1000)
      #expect(read.count == 120)
      for writer in writers {
        let own = (1...15).flatMap { [$0, 1000 + $0] }.map { LogEntry.fact($0, of: writer).id }
        let places = own.compactMap { id in read.firstIndex { $0.id == id } }
        #expect(places == places.sorted() && places.count == 30)
        // The two of a decision stand side by side.
        for pair in stride(from: 0, to: 30, by: 2) { #expect(places[pair] + 1 == places[pair + 1]) }
      }
    }
  }

  @Test(arguments: Bench.all)
  func `a payload comes back byte for byte`(bench: Bench) throws {
    let (log, keeper) = try bench.make()
    try withExtendedLifetime(keeper) {
      let text = #"{"unknown":"文心一言 \u0000 \r\n","n":1.50}"#
      let entry = LogEntry(
        NewRecord(
          id: .naming("odd"), type: RecordType(name: "of.tomorrow", version: 7),
          payload: Array(text.utf8), recorded: Instant(milliseconds: 5)))
      try log.append([entry], expecting: 0)
      #expect(try log.read(after: 0, limit: 1).map(\.record) == [entry.record])
    }
  }

  @Test(.enabled(if: Bench.servers != nil))
  func `a record that no message holds is refused at once`() throws {
    let (log, _) = try Bench.stream.make()
    let payload = Array("\"\(String(repeating: "x", count: 16 << 20))\"".utf8)
    let entry = LogEntry(
      NewRecord(
        id: .naming("long"), type: RecordType(name: "of.tomorrow", version: 1), payload: payload,
        recorded: Instant(milliseconds: 5)))
    #expect(throws: StoreError.self) { try log.append([entry], expecting: 0) }
    #expect(throws: StoreError.self) { _ = try log.append([entry]) }
    #expect(try log.end() == 0)
  }
}
