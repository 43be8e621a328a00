import EventModel

/// Why a figure is not given. A refusal is an answer: it is printed where the figure would be.
package enum FigureRefusal: Error, Sendable, Equatable, CustomStringConvertible {
  case noDurations
  case notPositive(position: Int, value: Double)
  case badRounding(position: Int, roundedTo: Double)
  case tooMany(count: Int, limit: Int)
  case badElapsed(Double)
  case badHorizon(Double)
  case tooFew(count: Int, needed: Int)
  case zeroResidual
  case elapsedBeyondLaw(Double)
  case noRounding
  case boxReachesZero(position: Int)
  case noLawThroughBoxes
  case needsElapsed
  case tooFewSequences(count: Int, needed: Int)
  case fitDiverged
  case beyondNumbers
  case slopeUncertain
  case tooFewObservations(count: Int)
  case levelReached(day: Double)
  case badCounts
  case noPrior

  package var description: String {
    switch self {
    case .noDurations:
      "no duration was given; a forecast needs at least one completed phase"
    case .notPositive(let position, let value):
      "duration \(position) is \(value); durations must be positive and finite"
    case .badRounding(let position, let step):
      "duration \(position) is rounded to \(step); a rounding step must be positive and finite"
    case .tooMany(let count, let limit):
      "\(count) durations; at most \(limit) are taken"
    case .badElapsed(let elapsed):
      "the current phase has lasted \(elapsed); that must be zero or more and finite"
    case .badHorizon(let horizon):
      "the horizon \(horizon) is not a positive finite duration"
    case .tooFew(let count, let needed):
      "\(count) \(count == 1 ? "phase is" : "phases are") too few; at least \(needed) are needed"
    case .zeroResidual:
      "the residual is zero: the stated lengths lie exactly on the law, so the interval would "
        + "have no width; see the rounding envelope"
    case .elapsedBeyondLaw(let elapsed):
      "the law gives no chance of a phase as long as the \(elapsed) already elapsed"
    case .noRounding:
      "no rounding step is stated for any duration"
    case .boxReachesZero(let position):
      "the rounding box of duration \(position) reaches zero"
    case .noLawThroughBoxes:
      "no geometric law passes through all the rounding boxes"
    case .needsElapsed:
      "it needs the time elapsed in the current phase"
    case .tooFewSequences(let count, let needed):
      "the reference class has \(count) sequences of three or more completed phases; a prior "
        + "needs \(needed)"
    case .fitDiverged:
      "the likelihood has no maximum for these data"
    case .beyondNumbers:
      "the durations differ by more than numbers can hold"
    case .slopeUncertain:
      "the slope cannot be told from zero, so the date has no end"
    case .tooFewObservations(let count):
      "\(count) \(count == 1 ? "observation is" : "observations are") too few; three on two days or "
        + "more are needed"
    case .levelReached(let day):
      "it was there, or past it, by \(CivilDay(number: Int(day)))"
    case .badCounts:
      "counts must not be negative, nor matches exceed their total"
    case .noPrior:
      "it needs a prior, and too few sequences of the reference class were known by then"
    }
  }
}
