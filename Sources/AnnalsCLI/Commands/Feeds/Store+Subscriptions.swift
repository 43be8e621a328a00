import EventLog
import SideTables

extension Store {
  /// The feeds that are followed; their tables are made when they are missing.
  func subscriptions() throws -> [Subscription] {
    try write { transaction in
      try SideSchema.prepare(transaction)
      return try SubscriptionTable(transaction).all()
    }
  }
}
