import EventModel

/// Groups a batch of sketches: equal numbers tell the same event. Two are of one group when a chain of
/// joins leads from one to the other, so that their order does not matter.
package struct EventGrouping: Sendable {
  /// A group for each sketch, in order, numbered from 0 by first appearance.
  package let groups: [Int]
  /// Why a sketch joined another's group: the other's place, the score, the reason.
  package let joins: [Int: SameEvent.Match]

  package init(_ sketches: [EventSketch], by same: SameEvent = SameEvent()) {
    let order = sketches.indices.sorted {
      (sketches[$0].day?.number ?? .min, $0) < (sketches[$1].day?.number ?? .min, $1)
    }
    var known = SketchDays(width: SameEvent.reach)
    var sets = DisjointSets(count: sketches.count)
    var joins: [Int: SameEvent.Match] = [:]
    for place in order {
      let near = sketches[place].day.map { day in
        (day.number - SameEvent.reach)...(day.number + SameEvent.reach)
      }
      let candidates = known.candidates(for: sketches[place], in: near).map { order[$0] }.sorted()
      let matches = same.matches(sketches[place], among: candidates.map { sketches[$0] })
      for match in matches { sets.join(place, to: candidates[match.index]) }
      joins[place] = matches.first.map {
        SameEvent.Match(index: candidates[$0.index], score: $0.score, reason: $0.reason)
      }
      known.add(sketches[place])
    }
    self.joins = joins
    groups = sets.numbers()
  }
}
