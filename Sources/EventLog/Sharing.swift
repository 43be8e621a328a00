import EventModel
import GRDB

/// Whose log a store holds.
package enum Sharing: Sendable {
  /// Its own.
  case alone
  /// That of many machines, of which it is this one's mirror. `follow` brings the store up to its end.
  case mirror(of: any LogStore, follow: @Sendable (Store) throws -> Void)
  /// That of many machines, none of which can be reached: the name of the log, and why.
  case away(from: String, String)
}

/// What a transaction has appended so far, by the ends of its appends.
final class Appends {
  private(set) var ends: [Int64] = []
  /// Whether something was decided from what the log held.
  private(set) var areDecided = false

  func note(end: Int64, isDecided: Bool) {
    ends.append(end)
    if isDecided { areDecided = true }
  }

  /// Where pieces of at most so many records end that cut no decision, unless one alone is longer.
  func pieces(after start: Int64, most: Int64) -> [Int64] {
    var pieces: [Int64] = []
    var (begin, last) = (start, start)
    for end in ends {
      if end - begin > most, last > begin {
        pieces.append(last)
        begin = last
      }
      while end - begin > most {
        begin += most
        pieces.append(begin)
      }
      last = end
    }
    return last > begin ? pieces + [last] : pieces
  }
}

extension Store {
  /// Records were appended to the shared log at other positions than in the transaction that offered them.
  fileprivate struct Displaced: Error {}

  /// How often a unit of work is done anew because other machines were faster.
  private static let mostAttempts = 20

  /// Does a unit of work as in a store that is alone, but has what it appends acknowledged by the shared
  /// log before it is committed here: that acknowledgement is the moment from which it holds. What a crash
  /// leaves uncommitted after it comes back when the log is followed.
  ///
  /// Where others have written meanwhile, the mirror follows them, and the work is done anew; where it
  /// cannot be done anew, what was decided from the log throws ``StoreError/overtaken``.
  func share<Value>(
    with log: any LogStore, isRepeatable: Bool, follow: (Store) throws -> Void,
    _ body: (Transaction) throws -> Value
  ) throws -> Value {
    for attempt in 1... {
      var value: Value?
      do {
        return try queue.transaction(.immediate, at: path) { transaction in
          let appends = Appends()
          let start = try Log(transaction.database).head().position
          let result = try body(Transaction(transaction.database, noting: appends))
          value = result
          try Log(transaction.database).publish(appends, after: start, to: log)
          return result
        }
      } catch is Displaced {
        try follow(self)
        if !isRepeatable, let value { return value }
      } catch StoreError.overtaken where isRepeatable && attempt < Store.mostAttempts {
        try follow(self)
      } catch StoreError.overtaken {
        try follow(self)
        throw StoreError.overtaken
      }
    }
    throw StoreError.overtaken
  }

  /// Does a unit of work that may write whatever needs no log.
  func keepAway<Value>(
    from name: String, _ reason: String, _ body: (Transaction) throws -> Value
  ) throws -> Value {
    try queue.transaction(.immediate, at: path) { transaction in
      let appends = Appends()
      let value = try body(Transaction(transaction.database, noting: appends))
      guard appends.ends.isEmpty else { throw StoreError.away(log: name, reason) }
      return value
    }
  }
}

extension Log {
  fileprivate func publish(_ appends: Appends, after start: Int64, to log: any LogStore) throws {
    guard !appends.ends.isEmpty else { return }
    var position = start
    let most = Int64(LogEntry.mostAtOnce)
    guard appends.areDecided else {
      var isDisplaced = false
      while true {
        // Without its hash: where the record will stand is not known before it is there.
        let records = try read(after: position, limit: 20 * LogEntry.mostAtOnce)
        guard let last = records.last else { break }
        // All of it is offered, wherever the first of it stands.
        if try log.append(records.map { LogEntry(LogEntry($0).record) }) != records.map(\.position)
        {
          isDisplaced = true
        }
        position = last.position
      }
      if isDisplaced { throw Store.Displaced() }
      return
    }
    for end in appends.pieces(after: start, most: most) {
      let records = try read(after: position, limit: Int(end - position))
      try log.append(records.map(LogEntry.init), expecting: position)
      position = end
    }
  }
}
