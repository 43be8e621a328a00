package import EventModel
package import Forecasting
package import JSONText
import Projections

/// What a forecast is made from: the completed phases of a sequence and how long the current one has
/// lasted, as of a day. Lengths are in `unit`.
package struct ForecastInput: Sendable {
  /// The sequence's short name; nil for lengths given by hand.
  package let sequence: String?
  package let asOf: CivilDay
  /// Until when the log would know that the current phase had ended; nil for lengths given by hand.
  package private(set) var knownUntil: KnownUntil?
  package let unit: DurationUnit
  /// The current phase and the day it began; nil when nobody says.
  package let current: String?
  package let began: CivilDay?
  /// The query whose events begin the phases and the event that founded the current one, where there
  /// are such.
  package fileprivate(set) var query: String?
  package fileprivate(set) var event: RecordID?
  /// The phases that had begun by the day, as rows of `annals.phases/1`; none of lengths given by hand.
  package fileprivate(set) var phases: [JSON] = []
  /// The lengths to forecast from: as stated where sources state them, else by the boundaries.
  package let durations: [PhaseLength]
  /// The lengths by the boundaries, where both are known.
  package let lengthsByBoundaries: [Double]?
  /// Some of it was recorded only after the day it is asked for.
  package let isReconstructed: Bool
  /// SHA-256 over everything that was read.
  package let digest: Digest

  /// The day from which it is forecast: until then the current phase is known to have lasted.
  package var start: CivilDay { knownUntil?.day ?? asOf }

  /// How long the current phase is known to have lasted.
  package var elapsed: Double? {
    began.flatMap { $0 <= start ? unit.count(from: $0, to: start) : nil }
  }

  /// The same where silence of the log is taken for “not yet”, as forecasts did that do not say until
  /// when it was known.
  var takingSilenceForLasting: ForecastInput {
    var input = self
    input.knownUntil = nil
    return input
  }

  /// The same as if the current phase had ended on a day.
  func ending(_ end: CivilDay) -> ForecastInput? {
    guard let began, began < end else { return nil }
    var input = ForecastInput(
      sequence: sequence, asOf: asOf, knownUntil: knownUntil, unit: unit, current: nil,
      began: end, durations: durations + [PhaseLength(unit.count(from: began, to: end))],
      lengthsByBoundaries: nil, isReconstructed: isReconstructed, digest: digest)
    input.query = query
    return input
  }

  /// The day on which a phase that began with the current one is that old; nil beyond the calendar.
  package func day(at duration: Double) -> CivilDay? {
    began?.advanced(byDays: duration * unit.days)
  }

  /// Days with the length of a current phase that ends on them; none where nobody says when it began.
  func lengths(by days: [CivilDay]) -> [(day: CivilDay, length: Double)] {
    guard let began else { return [] }
    return days.map { ($0, unit.count(from: began, to: $0)) }
  }

  /// The days by which the shift may have come: beginnings of the years, quarters or months after the
  /// start, or days a week apart, so that a few of them reach as far as `latest`, a length.
  func horizons(until latest: Double) -> [CivilDay] {
    guard let began else { return [] }
    let days = (latest * unit.days) - Double(start.number - began.number)
    let (year, month, _) = start.components
    if days < 45 { return (1...6).map { start.advanced(by: 7 * $0) } }
    let step = days < 200 ? 1 : days < 900 ? 3 : 12
    let months = year * 12 + (month - 1) / step * step
    return (1...(step == 12 ? 5 : 6)).compactMap { index in
      let next = months + index * step
      return CivilDay(year: next / 12, month: next % 12 + 1, day: 1)
    }
  }

  /// The prior of the reference class as it could be fitted on the day it starts from, without sequences
  /// that are this one under another name.
  func prior(
    adding: [ReferenceSequence] = [], without: [String] = []
  ) throws(FigureRefusal) -> ReferenceClassPrior {
    let year = start.fractionalYear
    return try ReferenceClass.embedded.adding(adding).without(without).asOf(year)
      .without(lengthsLike: durations.map(\.value)).fittedPrior()
  }
}

extension ForecastInput {
  /// Lengths given by hand.
  package init(
    durations: [PhaseLength], unit: DurationUnit, began: CivilDay?, asOf: CivilDay
  ) {
    let data = JSON.object([
      "durations": .array(durations.map { .number($0.value) }), "unit": .string(unit.rawValue),
      "began": began.map { .string($0.description) },
    ])
    self.init(
      sequence: nil, asOf: asOf, knownUntil: nil, unit: unit, current: nil, began: began,
      durations: durations,
      lengthsByBoundaries: nil, isReconstructed: false, digest: Snapshot.digest(of: data.bytes))
  }
}

extension Question {
  /// What can be said of a sequence's next shift with what was known by the end of the day asked for.
  package func forecastInput(_ sequence: String) throws -> ForecastInput {
    let (table, statements, isReconstructed) =
      sequence.contains(":")
      ? try phaseTable(ofQuery: sequence)
      : try phaseTable(of: sequence, knownBy: asOf)
    let phases = table.phases.indices.filter { index in
      table.phases[index].began?.first.map { $0 <= asOf } ?? true
    }
    let completed = phases.filter { index in
      table.end(of: index)?.first.map { $0 <= asOf } ?? (table.phases[index].stated != nil)
    }
    let stated = completed.compactMap { index in
      table.phases[index].stated.map { stated in
        let factor = stated.unit.days / table.unit.days
        return PhaseLength(
          stated.value.double * factor, roundedTo: stated.roundedTo.map { $0.double * factor })
      }
    }
    let byBoundaries = completed.compactMap { table.duration(of: $0) }
    let usesStated = !stated.isEmpty && stated.count == completed.count
    let current = phases.last.flatMap { completed.contains($0) ? nil : table.phases[$0] }
    var input = ForecastInput(
      sequence: sequence, asOf: asOf, knownUntil: try knownUntil(of: table, by: statements),
      unit: table.unit, current: current?.name,
      began: current?.began?.first ?? completed.last.flatMap { table.end(of: $0)?.first },
      durations: usesStated ? stated : byBoundaries.map { PhaseLength($0) },
      lengthsByBoundaries: usesStated && byBoundaries.count == stated.count ? byBoundaries : nil,
      isReconstructed: isReconstructed,
      digest: Snapshot.digest(of: statements.flatMap { $0.change.data.bytes + [0x0A] }))
    (input.query, input.event) = (table.query, current?.event)
    let rows = Question.rows(table)
    input.phases = phases.map { rows[$0] }
    return input
  }

  /// A sequence for the once, as it could be known on the day asked for: each event of a query begins
  /// a phase.
  private func phaseTable(
    ofQuery query: String
  ) throws -> (table: PhaseTable, statements: [Record], isReconstructed: Bool) {
    let end = Instant(asOf.advanced(by: 1))
    let table = PhaseTable(
      sequence: query, title: query, unit: .day, query: query, phases: [])
    var isReconstructed = false
    let filled = try filled(table, withEventsOf: canonical(query)) { event in
      if (event.recorded ?? end) < end { return true }
      let isPublished = event.head.report.mention.published?.last.map { $0 <= asOf } ?? false
      isReconstructed = isReconstructed || isPublished
      return isPublished
    }
    guard filled.phases.count >= 2 else {
      throw QueryError(
        "by \(asOf) fewer than two events fitted “\(query)”", hint: "annals log \(query)")
    }
    return (filled, [], isReconstructed)
  }
}
