/// The priors of a backtest: the reference class as it was known at an origin, without the target and
/// what is about the same.
package struct BacktestPriors: Sendable {
  /// How much of the class a prior may see.
  package enum Cut: Sendable {
    /// All that was known on the origin's day.
    case day
    /// All that was known when its year began, which needs one fit a year.
    case year
    /// The later history of other sequences too, to measure what such look-ahead is worth.
    case none
  }

  let referenceClass: ReferenceClass
  let cut: Cut
  /// Whether origins without a prior are left out.
  let isNeeded: Bool
  private var fitted: [Key: ReferenceClassPrior?] = [:]

  private struct Key: Hashable {
    let date: Double
    let members: [String]
  }

  package init(
    _ referenceClass: ReferenceClass = .embedded, cut: Cut = .day, isNeeded: Bool = true
  ) {
    self.referenceClass = referenceClass
    self.cut = cut
    self.isNeeded = isNeeded
  }

  mutating func prior(
    for target: ReferenceSequence, on date: Double
  ) -> ReferenceClassPrior? {
    let day =
      switch cut {
      case .day: date
      case .year: date.rounded(.down)
      case .none: Double.infinity
      }
    let others = referenceClass.without([target.id]).without(lengthsLike: target.durations)
    let key = Key(date: day, members: others.members.map(\.id))
    if let known = fitted[key] { return known }
    let prior = try? others.asOf(day).fittedPrior()
    fitted[key] = .some(prior)
    return prior
  }
}
