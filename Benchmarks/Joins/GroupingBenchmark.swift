import EventCoding
import EventModel

/// How long it takes to group many reports; ``JoinBenchmark`` says how well it is done.
enum GroupingBenchmark {
  static func run() {
    let groups = SharedLabels.lines("groups")
    guard !groups.isEmpty else { return }
    let sample = GroupedItems(groups: groups, others: SharedLabels.lines("labelled"), count: 400)
    let coder = EventCoder()
    time(sample.items, coder)
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
