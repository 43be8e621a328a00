public import EventLog
public import EventModel
import Projections

extension Store {
  /// Appends what the books say and the log does not know yet, all of it or nothing. Importing a book
  /// again appends nothing.
  public func importBooks(_ books: [EventBook], now: Instant) throws -> Appended {
    try write { transaction in
      var appended = Appended()
      for book in books {
        appended.count(try Projector.append(book.news(in: transaction), to: transaction, now: now))
      }
      appended.count(try Projector.append(Resolver.due(in: transaction), to: transaction, now: now))
      return appended
    }
  }
}
