package import EventLog
package import EventModel
import Projections

extension Store {
  /// Appends what the books say and the log does not know yet, all of it or nothing. Importing a book
  /// again appends nothing.
  package func importBooks(_ books: [EventBook], now: Instant) throws -> Appended {
    try write { transaction in
      var appended = Appended()
      for book in books {
        let known = try Snapshot(of: transaction)
        appended.count(
          try Projector.append(
            book.news(for: known), decidedFrom: known, to: transaction, now: now))
      }
      appended.count(try Resolver.resolve(in: transaction, now: now))
      return appended
    }
  }
}
