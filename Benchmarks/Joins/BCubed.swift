/// B³ of a grouping against the true one: for each item the share of its group that belongs there, and
/// the share of its true group that is there, averaged (Bagga and Baldwin, LREC 1998).
struct BCubed: CustomStringConvertible {
  let precision: Double
  let recall: Double
  var f1: Double {
    precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)
  }

  init(precision: Double, recall: Double) {
    (self.precision, self.recall) = (precision, recall)
  }

  /// Equal numbers are one group; the mean is over `items` only, the groups are whole.
  init(_ groups: [Int], truth: [Int], over items: [Int]) {
    let given = BCubed.members(groups)
    let actual = BCubed.members(truth)
    var (precision, recall) = (0.0, 0.0)
    for item in items {
      let (group, wanted) = (given[groups[item]]!, actual[truth[item]]!)
      let shared = Double(group.intersection(wanted).count)
      precision += shared / Double(group.count)
      recall += shared / Double(wanted.count)
    }
    self.precision = precision / Double(max(items.count, 1))
    self.recall = recall / Double(max(items.count, 1))
  }

  private static func members(_ groups: [Int]) -> [Int: Set<Int>] {
    Dictionary(grouping: groups.indices) { groups[$0] }.mapValues(Set.init)
  }

  var description: String {
    "precision \(rounded(precision)) recall \(rounded(recall)) F1 \(rounded(f1))"
  }
}
