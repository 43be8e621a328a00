import EventModel
import Projections

/// A definition of a phase's end beside the events that the log holds for and against it.
struct RivalEnd {
  struct Candidate {
    let view: EventView
    let day: CivilDay
    let actor: String
    /// Neither a rumour nor a denial, and its actor's first.
    let counts: Bool
  }

  let definition: ShiftDefinition
  /// By day, from the beginning of the phase to the day asked for.
  let candidates: [Candidate]
  let against: [EventView]
  /// How many events of each of the last two years are candidates, and of how many: the last year first.
  let years: [(candidates: Int, events: Int)]

  private var counted: [Candidate] { candidates.filter(\.counts) }

  /// How many actors are still missing.
  var missing: Int { max(0, definition.actors - counted.count) }

  /// When the last actor that it takes had told such an event; nil while some are missing.
  var met: CivilDay? { missing == 0 ? counted[definition.actors - 1].day : nil }

  /// The day on which the shift would have begun: that of the first candidate that counts.
  var boundary: CivilDay? { counted.first?.day }
}

extension Question {
  /// The definitions of the end of a phase that began on a day, with what the world could know of their
  /// events by the day asked for.
  func rivalEnds(of sequence: String, after phase: String, since began: CivilDay) throws
    -> [RivalEnd]
  {
    let names = try names()
    return try snapshot.shifts(of: sequence, after: phase).compactMap { record in
      guard case .shiftDefined(let definition) = record.change else { return nil }
      let events = try events(matchingAny: definition.events, since: began)
      var seen: Set<String> = []
      let candidates = events.map { view, day in
        let actor =
          view.event.measured.map { names.current($0.name) } ?? view.head.report.mention.source
        let isSaid = view.event.polarity == .asserted && view.stance != .rumoured
        return RivalEnd.Candidate(
          view: view, day: day, actor: actor, counts: isSaid && seen.insert(actor).inserted)
      }
      return RivalEnd(
        definition: definition, candidates: candidates,
        against: try self.events(matchingAny: definition.against, since: began).map(\.event),
        years: try [0, -365].map { shift in
          let last = asOf.advanced(by: shift)
          let days = last.advanced(by: -364)...last
          return try (
            candidates.count { days.contains($0.day) },
            snapshot.eventDays(
              matching: ReportFilter(), from: days.lowerBound, to: days.upperBound
            ).map(\.count).reduce(0, +)
          )
        })
    }
  }

  /// The events that one of these queries finds, from the day after the phase began to the day asked
  /// for, as far as they were recorded or published by then.
  private func events(
    matchingAny queries: [String], since began: CivilDay
  ) throws -> [(event: EventView, day: CivilDay)] {
    var found: [Int64: (event: EventView, day: CivilDay)] = [:]
    for text in queries {
      let query = try query(kept: text)
      let events = try snapshot.events(
        matching: query.filter, except: query.exclusions, from: began.advanced(by: 1), to: asOf,
        order: .occurred)
      for event in events {
        guard let day = event.date?.first, began < day, let last = event.date?.last, last <= asOf,
          isKnown(event, by: asOf)
        else { continue }
        found[event.position] = (event, day)
      }
    }
    return found.values.sorted { ($0.day, $0.event.position) < ($1.day, $1.event.position) }
  }
}
