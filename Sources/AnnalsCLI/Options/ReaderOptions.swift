import ArgumentParser
import EventLog
import EventModel
import FeedFetching
import Querying
import SideTables

/// Who reads: each has a place of their own in what is new, and items that they have read.
struct ReaderOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Who reads; each name has a place of its own.", valueName: "name"))
  var reader: String = "me"

  func validate() throws {
    if reader.isEmpty { throw ValidationError("--reader names nobody") }
  }

  /// Writes the answer to a question that they ask, and gives it.
  @discardableResult
  func answer(
    _ inquiry: Inquiry, _ values: [String: [String]], _ options: AskOptions,
    _ surroundings: Surroundings
  ) throws -> Document {
    let attention = try attention(
      in: options.store.openToAsk(surroundings), now: surroundings.now)
    let document = try options.document(inquiry, values, surroundings, attention: attention)
    try options.output.write(document, surroundings)
    return document
  }

  /// What they have looked at, and how the feeds do.
  func attention(in store: Store, now: Instant) throws -> Attention {
    try store.read { transaction in
      let table = ReaderTable(transaction)
      let states = try FetchStateTable(transaction).all()
      var attention = Attention()
      if let (look, shown) = try table.lastLook(of: reader) {
        attention.last = Attention.Place(position: look.position, at: look.at)
        attention.shown = shown
      }
      attention.read = try table.itemsRead(by: reader)
      attention.feeds = try SubscriptionTable(transaction).all().map { feed in
        let state = states[feed.feed] ?? FetchState()
        return Attention.Feed(
          title: feed.title, polled: state.checked, isFailing: Health(state, now: now).isProblem)
      }
      attention.undelivered = try AlertTable(transaction).pending().map(\.at)
      return attention
    }
  }

  /// Notes what they have looked at. On a store that cannot be written now, nothing is noted: looking
  /// does not fail for that.
  func note(in path: String, _ body: (ReaderTable) throws -> Void) throws {
    do {
      let store = try Store(opening: path, for: .writing, patience: 1)
      try store.write { transaction in
        try SideSchema.prepare(transaction)
        try body(ReaderTable(transaction))
      }
    } catch StoreError.busy {
    } catch StoreError.cannotWrite {}
  }
}
