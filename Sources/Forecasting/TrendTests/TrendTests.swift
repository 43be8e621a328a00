/// The trend tests of one sequence of durations, each or the reason it is refused.
public struct TrendTests: Sendable, Equatable {
  public let mann: Result<MannTest, Refusal>

  /// `durations` are positive and finite.
  public init(_ durations: [Double]) {
    mann = outcome { () throws(Refusal) in try MannTest(durations) }
  }
}
