import EventModel

/// Groups a batch of sketches: equal numbers tell the same event.
package struct EventGrouping: Sendable {
  /// A group for each sketch, in order, numbered from 0 by first appearance.
  package let groups: [Int]
  /// Why a sketch joined another's group: the other's place, the score, the reason.
  package let joins: [Int: SameEvent.Match]

  package init(_ sketches: [EventSketch], threshold: Double = SameEvent.standardThreshold) {
    var frequencies = TokenFrequencies()
    for sketch in sketches { frequencies.add(sketch) }
    let same = SameEvent(frequencies: frequencies, threshold: threshold)
    let order = sketches.indices.sorted {
      (sketches[$0].day?.number ?? .min, $0) < (sketches[$1].day?.number ?? .min, $1)
    }
    let weighed = order.map { same.weigh(sketches[$0]) }
    var known = SketchIndex()
    var sets = DisjointSets(count: sketches.count)
    var joins: [Int: SameEvent.Match] = [:]
    for (place, report) in weighed.enumerated() {
      let candidates = known.candidates(for: report.sketch)
      if let match = same.match(report, among: candidates.map { weighed[$0] }) {
        let other = candidates[match.index]
        sets.join(order[place], to: order[other])
        for candidate in candidates
        where same.score(report, weighed[candidate]) >= threshold + EventGrouping.bridge {
          sets.join(order[candidate], to: order[place])
        }
        joins[order[place]] = SameEvent.Match(
          index: order[other], score: match.score, reason: match.reason)
      }
      known.add(report.sketch)
    }
    self.joins = joins
    var numbers: [Int: Int] = [:]
    groups = sketches.indices.map { index in
      let (root, next) = (sets.root(of: index), numbers.count)
      let number = numbers[root, default: next]
      numbers[root] = number
      return number
    }
  }

  /// How far above the threshold a report must be like two groups to make them one.
  private static let bridge = 0.1
}
