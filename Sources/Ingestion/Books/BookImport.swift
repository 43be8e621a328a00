public import EventLog
public import EventModel
import GRDB
import Projections

extension Store {
  /// Appends what the books say and the log does not know yet, all of it or nothing. Importing a book
  /// again appends nothing.
  public func importBooks(_ books: [EventBook], now: Instant) throws -> Appended {
    try write { database in
      var appended = Appended()
      for book in books {
        appended.count(try Projector.append(book.news(in: database), to: database, now: now))
      }
      appended.count(try Projector.append(Resolver.due(in: database), to: database, now: now))
      return appended
    }
  }
}
