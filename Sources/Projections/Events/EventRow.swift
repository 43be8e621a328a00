import EventLog
import EventModel

/// What the row of an event tells while it holds.
struct EventRow: Equatable {
  private(set) var place: EventPlace
  private(set) var lists: EventLists

  init(_ date: PartialDate?, isHidden: Bool, _ lists: EventLists) {
    place = EventPlace(
      span: EventSpan(date).rawValue, first: date?.first?.number, last: date?.last?.number,
      isHidden: isHidden)
    self.lists = lists
  }

  /// Of a row with `span`, `first`, `last`, `hidden`, `actors` and `types`.
  init(_ row: SQLRow) {
    place = EventPlace(
      span: Int(row.integer(0) ?? 0), first: row.integer(1).map(Int.init),
      last: row.integer(2).map(Int.init), isHidden: row.integer(3) == 1)
    lists = EventLists(row.text(4)!, row.text(5)!)
  }

  /// Adds an account that leaves the date as it is.
  mutating func add(_ account: JoiningAccount) {
    if account.row.told.event.isInScope { place.isHidden = false }
    lists = EventLists(
      actors: lists.actors + account.actors,
      types: lists.types + [account.row.told.event.type.rawValue])
  }
}

/// Where an event stands in each list that it is in.
struct EventPlace: Equatable {
  /// An ``EventSpan``.
  let span: Int
  /// Days by their numbers; nil where they are not known.
  let first: Int?
  let last: Int?
  var isHidden: Bool

  /// In the order of the columns.
  var values: [SQLValue] {
    [SQLValue(span), SQLValue(first), SQLValue(last), SQLValue(isHidden ? 1 : 0)]
  }
}
