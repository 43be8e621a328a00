public import EventModel

extension PhaseTable {
  /// When a phase ended: as stated, else when the next one began; nil for the phase that still lasts.
  public func end(of index: Int) -> PartialDate? {
    if let ended = phases[index].ended { return ended }
    return index + 1 < phases.count ? phases[index + 1].began : nil
  }

  /// How long a phase lasted by its boundaries, in the sequence's unit; nil while it lasts. A year
  /// alone counts from its first day.
  public func duration(of index: Int) -> Double? {
    guard let start = phases[index].began?.first, let end = end(of: index)?.first, start < end
    else { return nil }
    return unit.count(from: start, to: end)
  }
}
