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
    for var book in books {
      while true {
        let (rows, findings) = try book.rows(atMost: 500)
        for finding in findings { try tell(finding) }
        wrong += findings.count
        if rows.isEmpty, findings.isEmpty { break }
        guard wrong == 0 else { continue }
        let known = try Snapshot(of: self)
        appended.count(
          try Projector.append(
            book.news(of: rows, for: known), decidedFrom: known, to: self, now: now))
        appended.rows += rows.count
        try progress(appended.rows)
      }
    }
    guard wrong == 0 else { throw WrongRows(count: wrong) }
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

extension EventBook {
  /// The next rows, and what is wrong with those that cannot be read; none of either at the end.
  fileprivate mutating func rows(
    atMost limit: Int
  ) throws -> (rows: [BookRow], findings: [Finding]) {
    var (rows, findings): ([BookRow], [Finding]) = ([], [])
    while rows.count + findings.count < limit {
      do {
        guard let row = try next() else { break }
        rows.append(row)
      } catch let finding as Finding {
        findings.append(finding)
      }
    }
    return (rows, findings)
  }
}
