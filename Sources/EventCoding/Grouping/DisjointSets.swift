/// A partition of 0..<count that only grows coarser (union-find with path halving).
struct DisjointSets {
  private var parents: [Int]

  /// Each number is a set of its own.
  init(count: Int) { parents = Array(0..<count) }

  /// The number that stands for the set.
  mutating func root(of member: Int) -> Int {
    var member = member
    while parents[member] != member {
      parents[member] = parents[parents[member]]
      member = parents[member]
    }
    return member
  }

  mutating func join(_ member: Int, to other: Int) {
    parents[root(of: member)] = root(of: other)
  }
}
