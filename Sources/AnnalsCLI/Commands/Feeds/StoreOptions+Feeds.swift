import EventLog
import SideTables

extension StoreOptions {
  /// Opens the store to change what is followed.
  func openFeeds(_ surroundings: Surroundings) throws -> Store {
    let store = try open(surroundings)
    try store.write(SideSchema.prepare)
    return store
  }

  /// Opens the store to ask what is followed: nothing is written, unless an earlier version made the
  /// tables.
  func openFeedsToAsk(_ surroundings: Surroundings) throws -> Store {
    let store = try openToAsk(surroundings)
    guard try store.read(SideSchema.isOutOfDate) else { return store }
    return try openFeeds(surroundings)
  }
}

extension Store {
  /// The feeds that are followed.
  func subscriptions() throws -> [Subscription] { try read { try SubscriptionTable($0).all() } }
}
