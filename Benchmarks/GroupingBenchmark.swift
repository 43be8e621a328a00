import EventCoding
import EventModel

/// Whether reports of one event find one another, and no others; and how long that takes for many.
enum GroupingBenchmark {
  static func run() {
    let groups = SharedLabels.lines("groups")
    guard !groups.isEmpty else { return }
    let sample = GroupedItems(groups: groups, others: SharedLabels.lines("labelled"), count: 400)
    let coder = EventCoder()
    score(sample, coder)
    time(sample.items, coder)
  }

  private static func score(_ sample: GroupedItems, _ coder: EventCoder) {
    let groups = EventGrouping(sample.items.map { coder.sketch($0, coder.code($0)) }).groups
    let all = BCubed(groups, truth: sample.truth, over: Array(groups.indices))
    let grouped = BCubed(groups, truth: sample.truth, over: sample.grouped)
    print("\(groups.count) items, those that stand alone counted: \(all)")
    print("the \(sample.grouped.count) items of groups only: \(grouped)")
    print("joined across languages: \(crossLanguagePairs(sample, groups))")
    let merged = sample.related.count { related in
      sample.grouped.contains {
        sample.truth[$0] == related.group && groups[$0] == groups[related.item]
      }
    }
    print("related but another event, joined: \(merged) of \(sample.related.count)")
  }

  /// Pairs of an English and a Chinese report of one event.
  private static func crossLanguagePairs(_ sample: GroupedItems, _ groups: [Int]) -> Share {
    var share = Share()
    for left in sample.grouped where sample.items[left].language == "en" {
      for right in sample.grouped where sample.items[right].language == "zh" {
        guard sample.truth[left] == sample.truth[right] else { continue }
        share.add(groups[left] == groups[right])
      }
    }
    return share
  }

  /// A hundred thousand items over some hundred days, no two of a day alike.
  private static func time(_ items: [ItemText], _ coder: EventCoder) {
    let first = CivilDay(year: 2026, month: 1, day: 1)!
    let sketches = (0..<100_000).map { number in
      var item = items[number % items.count]
      item.published = first.advanced(by: number / items.count)
      item.title += " \(number)"
      return coder.sketch(item, coder.code(item))
    }
    var groups = 0
    let time = processorTime { groups = Set(EventGrouping(sketches).groups).count }
    print("100000 items grouped into \(groups) in \(time)")
  }
}
