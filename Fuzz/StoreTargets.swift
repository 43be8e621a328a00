import EventLog
import EventModel
import Foundation
import Ingestion
import JSONText
import Projections
import Querying

/// A book of events.
func fuzzBook(_ bytes: UnsafeBufferPointer<UInt8>) {
  let book = EventBook(file: "fuzz.jsonl", bytes: Array(bytes))
  for finding in (try? book.findings()) ?? [] { precondition(!finding.description.isEmpty) }
}

/// An exported log.
func fuzzCloudEvents(_ bytes: UnsafeBufferPointer<UInt8>) {
  let now = Instant(CivilDay(number: 20_000))
  for isPartial in [false, true] {
    let log = ExportedLog(file: "fuzz.jsonl", lines: Lines(of: "fuzz.jsonl", bytes: Array(bytes)))
    _ = try? store.write(isDryRun: true) {
      try $0.append(log: log, now: now, isPartial: isPartial)
    }
  }
}

/// A query and a period, asked of a store that has events.
func fuzzQuery(_ bytes: UnsafeBufferPointer<UInt8>) {
  let text = String(decoding: bytes, as: UTF8.self)
  let today = CivilDay(number: 20_000)
  _ = try? Period(text, today: today)
  guard let query = try? EventQuery(text, canonical: { $0 }) else { return }
  do {
    _ = try store.ask { snapshot in
      try Question(snapshot, asOf: today).events(query, in: .all, order: .relevance, limit: 3)
    }
  } catch { preconditionFailure("\(text): \(error)") }
}

private let store: Store = {
  let path = NSTemporaryDirectory() + "annals-fuzz-\(getpid()).sqlite"
  let book = """
    {"id":"a","date":"2022-11-30","type":"product-release","title":"OpenAI launches ChatGPT 发布",\
    "actors":["OpenAI"],"amounts":[{"value":"5","currency":"USD","metric":"revenue"}],"source":"x"}
    """
  do {
    let store = try Store(creating: path)
    try store.write { try Projector.prepare($0) }
    let books = [EventBook(file: "fuzz.jsonl", bytes: Array(book.utf8))]
    _ = try store.importBooks(books, now: Instant(CivilDay(number: 20_000)))
    return store
  } catch { fatalError("no store at \(path): \(error)") }
}()
