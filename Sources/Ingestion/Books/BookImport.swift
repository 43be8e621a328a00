package import EventLog
package import EventModel
import Projections

/// Rows of books that cannot be read; each was told when it was met.
package struct WrongRows: Error, Equatable {
  package let count: Int

  package init(count: Int) { self.count = count }
}

extension Transaction {
  /// Appends what the books say and the log does not know yet. Importing a book again appends nothing.
  ///
  /// Throws ``WrongRows`` when rows cannot be read; `tell` gets each of them, or throws it at once, and
  /// `progress` how many have been read.
  package func append(
    books: [EventBook], now: Instant, tell: (Finding) throws -> Void = { throw $0 },
    progress: (_ rows: Int) throws -> Void = { _ in }
  ) throws -> Appended {
    var appended = Appended()
    var wrong = 0
    var indexes = try IndexDeferral(in: self)
    for book in books {
      let reader = BookReader(book)
      defer { reader.end() }
      while true {
        let (rows, findings) = try reader.next()
        for finding in findings { try tell(finding) }
        wrong += findings.count
        if rows.isEmpty, findings.isEmpty { break }
        guard wrong == 0 else { continue }
        let known = try Snapshot(of: self)
        let records = try Projector.append(
          book.news(of: rows, for: known), decidedFrom: known, to: self, now: now)
        try indexes.note(records.count)
        appended.count(records)
        appended.rows += rows.count
        try progress(appended.rows)
      }
    }
    guard wrong == 0 else { throw WrongRows(count: wrong) }
    try indexes.end()
    appended.count(try Resolver.resolve(in: self, now: now))
    return appended
  }
}

extension Store {
  /// Appends what the books say and the log does not know yet, all of it or nothing.
  package func importBooks(_ books: [EventBook], now: Instant) throws -> Appended {
    try write { try $0.append(books: books, now: now) }
  }
}

/// Reads the next rows of a book on another thread, while those before are folded.
private final class BookReader: @unchecked Sendable {
  typealias Rows = (rows: [OfferedRow], findings: [Finding])

  /// Touched by the one who reads alone, and by nobody else before that has ended.
  private var book: EventBook
  private var ahead: Beside<Rows>?

  init(_ book: EventBook) {
    self.book = book
    read()
  }

  /// The next rows, and what is wrong with those that cannot be read; none of either at the end.
  func next() throws -> Rows {
    let rows = try ahead!.value()
    read()
    return rows
  }

  func end() { ahead?.wait() }

  private func read() { ahead = Beside { [self] in try book.rows(atMost: 1000) } }
}

extension EventBook {
  /// The next rows, and what is wrong with those that cannot be read; none of either at the end.
  fileprivate mutating func rows(
    atMost limit: Int
  ) throws -> (rows: [OfferedRow], findings: [Finding]) {
    var (rows, findings): ([OfferedRow], [Finding]) = ([], [])
    while rows.count + findings.count < limit {
      do {
        guard let row = try next() else { break }
        rows.append(OfferedRow(row, in: self))
      } catch let finding as Finding {
        findings.append(finding)
      }
    }
    return (rows, findings)
  }
}
