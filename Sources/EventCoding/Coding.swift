package import EventModel

/// What the coder makes of an item.
package struct Coding: Sendable {
  package var events: [Event]
  /// What its headline tells outside the industry, or does by the dictionary alone.
  package var hidden: [Event] = []
  /// All quantities and dates of the title and the summary, coded or not.
  package var quantities: [Quantity]
  /// Why each event was coded, and why others were not; empty unless asked for.
  package var reasons: [Reason]
  /// How many mistakes to expect in how the headline is coded: an event told of none, or not told, is one; a wrong
  /// type is two, one told and one missed, as F1 counts. 0 where a rule decided.
  package var doubt: Double
}

extension Coding {
  /// What is shown and what is not, the headline's first.
  package var all: [Event] { hidden + events }

  /// Adds what the body of an article tells. Further figures of what the headline tells already are its
  /// own, and what is only told again is left out.
  mutating func add(_ further: [Event]) {
    let headlines = events.indices
    for event in further {
      guard let place = headlines.first(where: { event.retells(events[$0]) }) else {
        events.append(event)
        continue
      }
      let known = events[place].amounts.map { "\($0.metric ?? "") \($0.period?.text ?? "")" }
      events[place].amounts += event.amounts.filter { amount in
        amount.metric.map { !known.contains("\($0) \(amount.period?.text ?? "")") } ?? false
      }
    }
  }
}

extension Event {
  /// Whether it tells of the same act of the same actor.
  fileprivate func retells(_ other: Event) -> Bool {
    guard type == other.type, let actor = actors.first?.name else { return false }
    return other.actors.contains { $0.name == actor }
  }
}
