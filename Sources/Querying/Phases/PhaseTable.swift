package import EventModel
import Projections

/// A sequence with its phases, put together from what sources state.
package struct PhaseTable: Equatable, Sendable {
  package struct Phase: Equatable, Sendable {
    package let name: String
    package let began: PartialDate?
    package let ended: PartialDate?
    package let stated: StatedDuration?
    /// When the last of these statements was published, as far as sources say.
    package let known: CivilDay?
    /// The event that founded it; nil where it is stated.
    package var event: RecordID?
  }

  package let sequence: String
  package let title: String
  package let unit: DurationUnit
  /// The query whose events begin the phases; nil where phases are stated one by one.
  package let query: String?
  /// In the order in which they began.
  package let phases: [Phase]
}

extension PhaseTable {
  /// When a phase ended: as stated, else when the next one began; nil for the phase that still lasts.
  package func end(of index: Int) -> PartialDate? {
    if let ended = phases[index].ended { return ended }
    return index + 1 < phases.count ? phases[index + 1].began : nil
  }

  /// How long a phase lasted by its boundaries, in the sequence's unit; nil while it lasts. A year
  /// alone counts from its first day.
  package func duration(of index: Int) -> Double? {
    guard let start = phases[index].began?.first, let end = end(of: index)?.first, start < end
    else { return nil }
    return unit.count(from: start, to: end)
  }
}

extension PhaseTable {
  /// The tables of all sequences that the statements speak of, in the order of their first mention.
  static func tables(of statements: [Record]) -> [PhaseTable] {
    var order: [String] = []
    var drafts: [String: Draft] = [:]
    for record in statements {
      guard let sequence = record.change.sequence else { continue }
      if drafts[sequence] == nil { order.append(sequence) }
      drafts[sequence, default: Draft()].add(record.change)
    }
    return order.map { drafts[$0]!.table(named: $0) }
  }

  private struct Draft {
    var definition: SequenceDefinition?
    var order: [String] = []
    var began: [String: PhaseBoundary] = [:]
    var ended: [String: PhaseBoundary] = [:]
    var stated: [String: StatedDuration] = [:]

    mutating func add(_ change: Change) {
      switch change {
      case .sequenceDefined(let definition): self.definition = definition
      case .phaseBegan(let boundary):
        note(boundary.phase)
        began[boundary.phase] = boundary
      case .phaseEnded(let boundary):
        note(boundary.phase)
        ended[boundary.phase] = boundary
      case .durationStated(let duration):
        note(duration.phase)
        stated[duration.phase] = duration
      default: break
      }
    }

    mutating func note(_ phase: String) {
      if !order.contains(phase) { order.append(phase) }
    }

    func table(named name: String) -> PhaseTable {
      let places = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
      let sorted = order.sorted { left, right in
        let days = [left, right].map { began[$0]?.date.first?.number ?? .max }
        return (days[0], places[left]!) < (days[1], places[right]!)
      }
      return PhaseTable(
        sequence: name, title: definition?.title ?? name, unit: definition?.unit ?? .year,
        query: definition?.query, phases: sorted.map(phase))
    }

    func phase(named name: String) -> Phase {
      let sources = [began[name]?.mention, ended[name]?.mention, stated[name]?.mention]
      return Phase(
        name: name, began: began[name]?.date, ended: ended[name]?.date, stated: stated[name],
        known: sources.compactMap { $0?.published?.last }.max())
    }
  }
}

extension Change {
  fileprivate var sequence: String? {
    switch self {
    case .sequenceDefined(let definition): definition.sequence
    case .phaseBegan(let boundary), .phaseEnded(let boundary): boundary.sequence
    case .durationStated(let stated): stated.sequence
    default: nil
    }
  }
}
