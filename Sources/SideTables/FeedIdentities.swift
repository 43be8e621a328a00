package import FeedFetching

/// The identities that subscriptions have: a feed that claims to be another that is followed is not
/// believed.
package struct FeedIdentities {
  private var taken: Set<String>

  package init(_ states: [String: FetchState]) {
    taken = Set(states.values.compactMap(\.identity))
  }

  /// What a feed calls itself where no other does, and else a name of its own.
  package mutating func claim(_ claimed: String, else own: String) -> String {
    let identity = taken.contains(claimed) ? own : claimed
    taken.insert(identity)
    return identity
  }
}
