import EventCoding
import EventModel
import FoundationEssentials
import JSONText

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Agreement of the coder with the given labels, if `../shared` is there, and its speed.
enum CodingBenchmark {
  static func run() throws {
    var coder = EventCoder()
    let load = try ContinuousClock().measure {
      coder = EventCoder(try CodingDictionary(adding: []))
    }
    print("dictionaries loaded in \(load)")
    let items = labelled()
    guard !items.isEmpty else {
      print("../shared/coding/labelled.jsonl is absent: no scores")
      return
    }
    report(CodingScore(coder, on: items), "all")
    for language in ["en", "zh"] {
      report(CodingScore(coder, on: items.filter { $0.item.language == language }), language)
    }
    speed(coder, items.map(\.item))
    grouping(coder, items.map(\.item))
  }

  /// Time of the processor, not of the wall: other work on the machine does not count.
  private static func processorTime(_ work: () -> Void) -> Duration {
    let start = clock()
    work()
    return .seconds(Double(clock() - start) / Double(CLOCKS_PER_SEC))
  }

  private static func labelled() -> [LabelledItem] {
    let path = "../shared/coding/labelled.jsonl"
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return [] }
    return text.split(separator: "\n").compactMap { line in
      (try? JSON.parse(String(line))).flatMap(LabelledItem.init(json:))
    }
  }

  private static func report(_ score: CodingScore, _ name: String) {
    func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }
    print(
      """
      \(name): types micro \(rounded(score.micro.f1)) macro \(rounded(score.macro)), \
      event precision \(rounded(score.events.precision)) recall \(rounded(score.events.recall)), \
      stance \(rounded(score.stanceAccuracy)), rumoured \(rounded(score.rumoured.f1)), \
      denials \(rounded(score.denials.recall)), actors \(rounded(score.actors.f1)), \
      objects \(rounded(score.objects.f1))
      """)
    guard name == "all" else { return }
    for type in EventType.allCases {
      let tally = score.types[type] ?? Tally()
      print("  \(type.rawValue): F1 \(rounded(tally.f1)) of \(tally.right + tally.missed)")
    }
  }

  private static func speed(_ coder: EventCoder, _ items: [ItemText]) {
    let rounds = 20
    var events = 0
    let time = processorTime {
      for _ in 0..<rounds { for item in items { events += coder.code(item).events.count } }
    }
    print("\(Int(Double(rounds * items.count) / (time / .seconds(1)))) items/s, \(events) events")
    var titles = 0
    let headlines = items.map {
      ItemText(title: $0.title, published: $0.published, source: $0.source, url: $0.url)
    }
    let alone = processorTime {
      for _ in 0..<rounds { for item in headlines { titles += coder.code(item).events.count } }
    }
    print("\(Int(Double(rounds * items.count) / (alone / .seconds(1)))) headlines alone/s")
  }

  /// A hundred thousand items over two hundred days, no two of a day alike.
  private static func grouping(_ coder: EventCoder, _ items: [ItemText]) {
    let first = CivilDay(year: 2026, month: 1, day: 1)!
    let many = (0..<100_000).map { number in
      var item = items[number % items.count]
      item.published = first.advanced(by: number / items.count)
      item.title += " \(number)"
      return item
    }
    var groups = 0
    let time = processorTime {
      let sketches = many.map { coder.sketch($0, coder.code($0)) }
      groups = Set(EventGrouping(sketches).groups).count
    }
    print("100000 items coded and grouped into \(groups) in \(time)")
  }
}
