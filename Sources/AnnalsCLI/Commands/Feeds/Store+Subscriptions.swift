import EventLog
import Subscriptions

extension Store {
  /// The feeds that are followed; their tables are made when they are missing.
  func subscriptions() throws -> [Subscription] {
    try write { database in
      try SubscriptionSchema.prepare(database)
      return try SubscriptionTable(database).all()
    }
  }
}
