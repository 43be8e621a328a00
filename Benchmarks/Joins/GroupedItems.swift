import EventCoding
import EventModel
import JSONText

/// Items of which it is known which tell the same event.
struct GroupedItems {
  private(set) var items: [ItemText] = []
  /// A number for each item; equal numbers tell one event.
  private(set) var truth: [Int] = []
  /// The places of those that share an event with another.
  private(set) var grouped: [Int] = []
  /// The places of those that a careless reader would put into a group, and the group.
  private(set) var related: [(item: Int, group: Int)] = []

  /// Labelled groups among so many labelled items that belong to none of them.
  init(groups: [JSON], others: [JSON], count: Int) {
    for (group, json) in groups.enumerated() {
      for item in json["items"]?.elements ?? [] where add(item, group) {
        grouped.append(items.count - 1)
      }
      for item in json["related_not_same"]?.elements ?? [] where add(item, alone) {
        related.append((items.count - 1, group))
      }
    }
    let titles = Set(items.map(\.title))
    for item in others.filter({ !titles.contains($0["title"]?.string ?? "") }).prefix(count) {
      _ = add(item, alone)
    }
  }

  /// A group that no other item is in.
  private var alone: Int { -1 - items.count }

  private mutating func add(_ json: JSON, _ group: Int) -> Bool {
    guard let item = ItemText(headline: json) else { return false }
    items.append(item)
    truth.append(group)
    return true
  }

  /// Pairs within the groups, and of a group and what is related to it; each a member of its group.
  func pairs(_ sketches: [EventSketch]) -> [JudgedPair] {
    let places = grouped + related.map(\.item)
    return places.indices.flatMap { right in
      places[..<right].map { left in
        let groups = (truth[left], truth[places[right]])
        return JudgedPair(
          left: sketches[left], right: sketches[places[right]],
          verdict: groups.0 == groups.1 ? .same : .other, group: max(groups.0, groups.1),
          weight: GroupedItems.weightOfPair)
      }
    }
  }

  /// How much a pair within a group counts beside a judged one: most groups are made of easy pairs.
  private static let weightOfPair = 0.3
}
