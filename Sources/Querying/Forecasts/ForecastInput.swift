public import EventModel
public import Forecasting
import JSONText

/// What a forecast is made from: the completed phases of a sequence and how long the current one has
/// lasted, as of a day. Lengths are in `unit`.
public struct ForecastInput: Sendable {
  /// The sequence's short name; nil for lengths given by hand.
  public let sequence: String?
  public let asOf: CivilDay
  public let unit: DurationUnit
  /// The current phase and the day it began; nil when nobody says.
  public let current: String?
  public let began: CivilDay?
  /// The lengths to forecast from: as stated where sources state them, else by the boundaries.
  public let durations: [Forecasting.StatedDuration]
  /// The lengths by the boundaries, where both are known.
  public let lengthsByBoundaries: [Double]?
  /// Some of it was recorded only after the day it is asked for.
  public let isReconstructed: Bool
  /// SHA-256 over everything that was read.
  public let digest: Digest

  /// How long the current phase has lasted.
  public var elapsed: Double? {
    began.flatMap { $0 <= asOf ? unit.count(from: $0, to: asOf) : nil }
  }

  /// The day on which a phase that began with the current one is that old; nil beyond the calendar.
  public func day(at duration: Double) -> CivilDay? {
    guard let began, duration.isFinite, duration * unit.days < 2_900_000 else { return nil }
    return began.advanced(by: Int((duration * unit.days).rounded()))
  }

  /// The first days of the coming years, by which the shift may have come.
  public var horizons: [CivilDay] {
    (1...5).compactMap { CivilDay(year: asOf.year + $0, month: 1, day: 1) }
  }

  /// The prior of the reference class as it could be fitted on the day asked for, without sequences
  /// that are this one under another name.
  func prior(
    adding: [ReferenceSequence] = [], without: [String] = []
  ) throws(Refusal) -> ReferenceClassPrior {
    let year = DayNumber.fractionalYear(asOf.number)
    return try ReferenceClass.embedded.adding(adding).without(without).asOf(year)
      .without(lengthsLike: durations.map(\.value)).fittedPrior()
  }
}
