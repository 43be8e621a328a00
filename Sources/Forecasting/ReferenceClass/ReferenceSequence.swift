package import EventModel

/// One member of the reference class: a real sequence of phases, with its source.
package struct ReferenceSequence: Sendable, Equatable {
  package let id: String
  package let title: String
  /// The unit of `durations`: "year", "day" …
  package let unit: String
  /// Dates at which the phases began, as calendar years with a fraction (2023-07-02 is 2023.5), the
  /// running phase's last; nil when a source states lengths alone.
  package let boundaries: [Double]?
  /// Lengths of the completed phases, oldest first.
  package let durations: [Double]
  /// When lengths without boundaries became known, as a calendar year with a fraction. A dated
  /// sequence needs none: each boundary is known on its day.
  package let known: Double?
  package let source: String
  /// Members about the same thing, left out with this one.
  package let relatives: [String]

  /// A sequence dated to the year: the phases' beginnings as calendar years.
  package init(
    id: String, title: String, years: [Double], source: String, relatives: [String] = []
  ) {
    self.init(
      id: id, title: title, unit: "year", boundaries: years, durations: differences(years),
      known: nil, source: source, relatives: relatives)
  }

  /// A sequence dated to the day: the days on which the phases began.
  package init(
    id: String, title: String, days: [CivilDay], source: String, relatives: [String] = []
  ) {
    self.init(
      id: id, title: title, unit: "day", boundaries: days.map(\.fractionalYear),
      durations: differences(days.map { Double($0.number) }), known: nil, source: source,
      relatives: relatives)
  }

  /// A sequence of stated lengths, first published at `known` (calendar year with a fraction).
  package init(
    id: String, title: String, lengths: [Double], unit: String, known: Double, source: String,
    relatives: [String] = []
  ) {
    self.init(
      id: id, title: title, unit: unit, boundaries: nil, durations: lengths, known: known,
      source: source, relatives: relatives)
  }

  private init(
    id: String, title: String, unit: String, boundaries: [Double]?, durations: [Double],
    known: Double?, source: String, relatives: [String]
  ) {
    self.id = id
    self.title = title
    self.unit = unit
    self.boundaries = boundaries
    self.durations = durations
    self.known = known
    self.source = source
    self.relatives = relatives
  }

  /// What was known of it at `year`: phases completed by then, or nothing before `known`.
  package func asOf(_ year: Double) -> ReferenceSequence? {
    guard let boundaries else { return (known ?? year) <= year ? self : nil }
    let past = boundaries.prefix { $0 <= year }
    guard past.count >= 2 else { return nil }
    return ReferenceSequence(
      id: id, title: title, unit: unit, boundaries: Array(past),
      durations: Array(durations.prefix(past.count - 1)), known: known, source: source,
      relatives: relatives)
  }
}

private func differences(_ values: [Double]) -> [Double] {
  zip(values.dropFirst(), values).map { $0 - $1 }
}
