/// The trend tests of one sequence of durations, each or the reason it is refused. All but Mann's
/// take the durations as gaps between events from the first phase's beginning, failure truncated.
package struct TrendTests: Sendable, Equatable {
  package let mann: Result<MannTest, FigureRefusal>
  package let laplace: Result<LaplaceTest, FigureRefusal>
  package let lewisRobinson: Result<LewisRobinsonTest, FigureRefusal>
  package let militaryHandbook: Result<MilitaryHandbookTest, FigureRefusal>
  package let andersonDarling: Result<AndersonDarlingTest, FigureRefusal>

  /// `durations` are positive and finite.
  package init(_ durations: [Double]) {
    mann = outcome { () throws(FigureRefusal) in try MannTest(durations) }
    let events = outcome { () throws(FigureRefusal) in try EventTimes(durations: durations) }
    laplace = outcome { () throws(FigureRefusal) in try LaplaceTest(events.get()) }
    lewisRobinson = outcome { () throws(FigureRefusal) in try LewisRobinsonTest(events.get()) }
    militaryHandbook = outcome { () throws(FigureRefusal) in try MilitaryHandbookTest(events.get())
    }
    andersonDarling = outcome { () throws(FigureRefusal) in try AndersonDarlingTest(events.get()) }
  }
}
