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

extension DurationUnit {
  /// The time between two days in this unit: whole years and months by the calendar, the rest in
  /// parts of the unit's mean length.
  public func count(from start: CivilDay, to end: CivilDay) -> Double {
    let days = Double(end.number - start.number)
    guard self != .day else { return days }
    let step = self == .year ? 12 : 1
    var whole = Int(days / self.days)
    if start.advanced(byMonths: (whole + 1) * step) <= end { whole += 1 }
    while start.advanced(byMonths: whole * step) > end { whole -= 1 }
    let rest = Double(end.number - start.advanced(byMonths: whole * step).number)
    return Double(whole) + rest / self.days
  }
}
