/// A partition of 0..<count that only grows coarser (union-find with path halving).
package struct DisjointSets {
  private var parents: [Int]

  /// Each number is a set of its own.
  package init(count: Int) { parents = Array(0..<count) }

  /// The number that stands for the set.
  mutating func root(of member: Int) -> Int {
    var member = member
    while parents[member] != member {
      parents[member] = parents[parents[member]]
      member = parents[member]
    }
    return member
  }

  package mutating func join(_ member: Int, to other: Int) {
    parents[root(of: member)] = root(of: other)
  }

  /// A number for the set of each member, from 0 by first appearance.
  package mutating func numbers() -> [Int] {
    var numbers: [Int: Int] = [:]
    return parents.indices.map { member in
      let (root, next) = (root(of: member), numbers.count)
      let number = numbers[root, default: next]
      numbers[root] = number
      return number
    }
  }
}
