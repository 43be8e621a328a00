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
        let news = try book.news(for: Snapshot(of: transaction))
        appended.count(try Projector.append(news, to: transaction, now: now))
      }
      let due = try Resolver.due(in: Snapshot(of: transaction))
      appended.count(try Projector.append(due, to: transaction, now: now))
      return appended
    }
  }
}
