public import EventModel
public import Forecasting
import JSONText
import Projections

extension ForecastInput {
  /// Lengths given by hand.
  public init(
    durations: [Forecasting.StatedDuration], unit: DurationUnit, began: CivilDay?, asOf: CivilDay
  ) {
    let data = JSON.object([
      "durations": .array(durations.map { .number($0.value) }), "unit": .string(unit.rawValue),
      "began": began.map { .string($0.description) },
    ])
    self.init(
      sequence: nil, asOf: asOf, unit: unit, current: nil, began: began, durations: durations,
      lengthsByBoundaries: nil, isReconstructed: false, digest: Snapshot.digest(of: data.bytes))
  }
}

extension Question {
  /// What can be said of a sequence's next shift with what was known by the end of the day asked for.
  public func forecastInput(_ sequence: String) throws -> ForecastInput {
    let (table, statements, isReconstructed) = try phaseTable(of: sequence, knownBy: asOf)
    let phases = table.phases.indices.filter { index in
      table.phases[index].began?.first.map { $0 <= asOf } ?? true
    }
    let completed = phases.filter { index in
      table.end(of: index)?.first.map { $0 <= asOf } ?? (table.phases[index].stated != nil)
    }
    let stated = completed.compactMap { index in
      table.phases[index].stated.map { stated in
        let factor = stated.unit.days / table.unit.days
        return Forecasting.StatedDuration(
          stated.value.double * factor, roundedTo: stated.roundedTo.map { $0.double * factor })
      }
    }
    let byBoundaries = completed.compactMap { table.duration(of: $0) }
    let usesStated = !stated.isEmpty && stated.count == completed.count
    let current = phases.last.flatMap { completed.contains($0) ? nil : table.phases[$0] }
    return ForecastInput(
      sequence: sequence, asOf: asOf, unit: table.unit, current: current?.name,
      began: current?.began?.first ?? completed.last.flatMap { table.end(of: $0)?.first },
      durations: usesStated ? stated : byBoundaries.map { Forecasting.StatedDuration($0) },
      lengthsByBoundaries: usesStated && byBoundaries.count == stated.count ? byBoundaries : nil,
      isReconstructed: isReconstructed,
      digest: Snapshot.digest(of: statements.flatMap { $0.change.data.bytes + [0x0A] }))
  }
}
