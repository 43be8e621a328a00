import EventModel

/// An event as an answer should show it.
struct ReferenceEvent: Equatable {
  struct Account: Equatable {
    let id: RecordID
    let event: Event
    let mention: Mention
  }

  let id: RecordID
  /// Where the log learned of it.
  let position: Int
  /// What its head says, with the best stance and the earliest date that its best source gives.
  var told: Event
  /// The head first, then the others in the order of the log.
  let accounts: [Account]
  let significance: Int
}

extension ReferenceModel {
  /// The events that exist, the newest first; `positions` are those of all records.
  func events(_ positions: [RecordID: Int]) -> [ReferenceEvent] {
    let alive = accounts.filter { !$0.isRetracted }
    let ids = Set(alive.map(\.event))
    return ids.sorted { positions[$0]! > positions[$1]! }.map { id in
      let inOrder = alive.filter { $0.event == id }
      let all = inOrder.filter { $0.id == id } + inOrder.filter { $0.id != id }
      let head = all[0]
      var told = head.effective
      let peers = inOrder.filter { $0.effective.polarity == told.polarity }
      if !head.isPatched("stance") { told.stance = Self.bestStance(of: peers) }
      if !head.isPatched("date") {
        told.date =
          Self.bestDate(of: peers, { $0.effective.date })
          ?? Self.bestDate(of: peers, { $0.effectiveMention.published })
      }
      return ReferenceEvent(
        id: id, position: positions[id]!, told: told,
        accounts: all.map {
          .init(id: $0.id, event: $0.effective, mention: $0.effectiveMention)
        }, significance: Set(all.map(\.effectiveMention.source)).count)
    }
  }

  private static let ranks: [Stance] = [.official, .reported, .rumoured]

  private static func bestStance(of peers: [Account]) -> Stance {
    ranks.first { rank in peers.contains { $0.effective.stance == rank } }!
  }

  /// The earliest date that the firmest dated accounts give, or the narrowest that lies inside it.
  private static func bestDate(
    of peers: [Account], _ date: (Account) -> PartialDate?
  ) -> PartialDate? {
    for rank in ranks {
      let dates = peers.filter { $0.effective.stance == rank }.compactMap(date)
      guard let earliest = first(of: dates, by: { ($0.start, $0.width) < ($1.start, $1.width) })
      else { continue }
      let inside = dates.filter {
        $0.start >= earliest.start && $0.end <= earliest.end && $0.width < earliest.width
      }
      return first(of: inside, by: { ($0.width, $0.start) < ($1.width, $1.start) }) ?? earliest
    }
    return nil
  }

  /// The first of those that none comes before.
  private static func first(
    of dates: [PartialDate], by precedes: (PartialDate, PartialDate) -> Bool
  ) -> PartialDate? {
    dates.first { date in !dates.contains { precedes($0, date) } }
  }
}

extension PartialDate {
  fileprivate var start: Int { first?.number ?? -10_000_000 }
  fileprivate var end: Int { last?.number ?? 10_000_000 }
  fileprivate var width: Int { end - start }
}
