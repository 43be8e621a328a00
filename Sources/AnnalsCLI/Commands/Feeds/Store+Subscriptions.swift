import EventLog
import Subscriptions

extension Store {
  /// The feeds that are followed; their tables are made when they are missing.
  func subscriptions() throws -> [Subscription] {
    try write { transaction in
      try SubscriptionSchema.prepare(transaction)
      return try SubscriptionTable(transaction).all()
    }
  }
}
