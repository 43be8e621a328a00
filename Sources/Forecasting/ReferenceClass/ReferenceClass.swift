/// Real sequences of phases on which the prior of a forecast is fitted: "how do such things
/// usually go?" (Kahneman and Tversky's outside view). Its members can be seen, added to, cut by
/// date, and left out.
public struct ReferenceClass: Sendable, Equatable {
  public let members: [ReferenceSequence]

  public init(_ members: [ReferenceSequence]) {
    self.members = members
  }

  /// What was known by `year` (a calendar year with a fraction): each member cut to the phases
  /// completed by then. The choice of members and milestones is of today and not cut.
  public func asOf(_ year: Double) -> ReferenceClass {
    ReferenceClass(members.compactMap { $0.asOf(year) })
  }

  /// Without the named members and those that are about the same thing.
  public func without(_ ids: [String]) -> ReferenceClass {
    let left = Set(ids + members.filter { ids.contains($0.id) }.flatMap(\.relatives))
    return ReferenceClass(members.filter { !left.contains($0.id) })
  }

  /// Without members whose first three or more lengths are `durations` to within 2 %, and their
  /// relatives: a sequence must not inform its own prior under another name.
  public func without(lengthsLike durations: [Double]) -> ReferenceClass {
    let same = members.filter { member in
      let pairs = zip(member.durations, durations)
      return min(member.durations.count, durations.count) >= 3
        && pairs.allSatisfy { ($0 - $1).magnitude <= 0.02 * $1 }
    }
    return without(same.map(\.id))
  }

  public func adding(_ sequences: [ReferenceSequence]) -> ReferenceClass {
    ReferenceClass(members + sequences)
  }
}
