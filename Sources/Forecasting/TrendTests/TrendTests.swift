/// The trend tests of one sequence of durations, each or the reason it is refused. All but Mann's
/// take the durations as gaps between events from the first phase's beginning, failure truncated.
public struct TrendTests: Sendable, Equatable {
  public let mann: Result<MannTest, Refusal>
  public let laplace: Result<LaplaceTest, Refusal>
  public let lewisRobinson: Result<LewisRobinsonTest, Refusal>
  public let militaryHandbook: Result<MilitaryHandbookTest, Refusal>
  public let andersonDarling: Result<AndersonDarlingTest, Refusal>

  /// `durations` are positive and finite.
  public init(_ durations: [Double]) {
    mann = outcome { () throws(Refusal) in try MannTest(durations) }
    let events = outcome { () throws(Refusal) in try EventTimes(durations: durations) }
    laplace = outcome { () throws(Refusal) in try LaplaceTest(events.get()) }
    lewisRobinson = outcome { () throws(Refusal) in try LewisRobinsonTest(events.get()) }
    militaryHandbook = outcome { () throws(Refusal) in try MilitaryHandbookTest(events.get()) }
    andersonDarling = outcome { () throws(Refusal) in try AndersonDarlingTest(events.get()) }
  }
}
