/// The trend tests of one sequence of durations, each or the reason it is refused. All but Mann's
/// take the durations as gaps between events from the first phase's beginning, failure truncated.
package struct TrendTests: Sendable, Equatable {
  package let mann: Result<MannTest, Refusal>
  package let laplace: Result<LaplaceTest, Refusal>
  package let lewisRobinson: Result<LewisRobinsonTest, Refusal>
  package let militaryHandbook: Result<MilitaryHandbookTest, Refusal>
  package let andersonDarling: Result<AndersonDarlingTest, Refusal>

  /// `durations` are positive and finite.
  package init(_ durations: [Double]) {
    mann = outcome { () throws(Refusal) in try MannTest(durations) }
    let events = outcome { () throws(Refusal) in try EventTimes(durations: durations) }
    laplace = outcome { () throws(Refusal) in try LaplaceTest(events.get()) }
    lewisRobinson = outcome { () throws(Refusal) in try LewisRobinsonTest(events.get()) }
    militaryHandbook = outcome { () throws(Refusal) in try MilitaryHandbookTest(events.get()) }
    andersonDarling = outcome { () throws(Refusal) in try AndersonDarlingTest(events.get()) }
  }
}
