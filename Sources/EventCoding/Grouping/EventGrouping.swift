import EventModel

/// Groups a batch of sketches: equal numbers tell the same event.
public struct EventGrouping: Sendable {
  /// A group for each sketch, in order, numbered from 0 by first appearance.
  public let groups: [Int]
  /// Why a sketch joined another's group: the other's place, the score, the reason.
  public let joins: [Int: SameEvent.Match]

  public init(_ sketches: [EventSketch], threshold: Double = SameEvent.standardThreshold) {
    var frequencies = TokenFrequencies()
    for sketch in sketches { frequencies.add(sketch) }
    let same = SameEvent(frequencies: frequencies, threshold: threshold)
    let weighed = sketches.map(same.weigh)
    let order = sketches.indices.sorted { (sketches[$0].day, $0) < (sketches[$1].day, $1) }
    var postings: [UInt64: [Int]] = [:]
    var sets = DisjointSets(count: sketches.count)
    var joins: [Int: SameEvent.Match] = [:]
    for index in order {
      let sketch = sketches[index]
      let candidates = EventGrouping.candidates(sketch, postings, sketches, frequencies)
      if let match = same.match(weighed[index], among: candidates.map { weighed[$0] }) {
        let other = candidates[match.index]
        sets.join(index, to: other)
        for candidate in candidates
        where same.score(weighed[index], weighed[candidate]) >= threshold + EventGrouping.bridge {
          sets.join(candidate, to: index)
        }
        joins[index] = SameEvent.Match(index: other, score: match.score, reason: match.reason)
      }
      for token in sketch.tokens where frequencies.count(token) > 1 {
        postings[token, default: []].append(index)
      }
    }
    var numbers: [Int: Int] = [:]
    var groups: [Int] = []
    for index in sketches.indices {
      let (root, next) = (sets.root(of: index), numbers.count)
      groups.append(numbers[root, default: next])
      numbers[root] = groups.last
    }
    self.groups = groups
    self.joins = joins
  }

  /// How far above the threshold a report must be like two groups to make them one.
  private static let bridge = 0.1

  /// Earlier sketches within reach that share a telling token.
  private static func candidates(
    _ sketch: EventSketch, _ postings: [UInt64: [Int]], _ sketches: [EventSketch],
    _ frequencies: TokenFrequencies
  ) -> [Int] {
    let rare = sketch.tokens.sorted { frequencies.count($0) < frequencies.count($1) }.prefix(10)
    var votes: [Int: Int] = [:]
    for token in rare {
      guard let list = postings[token] else { continue }
      var looked = 0
      for index in list.reversed() {
        guard sketches[index].day.number >= sketch.day.number - SameEvent.reach, looked < 200 else {
          break
        }
        votes[index, default: 0] += 1
        looked += 1
      }
    }
    return votes.sorted { ($1.value, $1.key) < ($0.value, $0.key) }.prefix(60).map(\.key)
  }
}
