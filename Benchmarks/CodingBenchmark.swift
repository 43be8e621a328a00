import EventCoding
import EventModel

/// Agreement of the coder with the given labels, if `../shared` is there, and its speed.
enum CodingBenchmark {
  static func run() throws {
    var coder = EventCoder()
    let load = try ContinuousClock().measure {
      coder = EventCoder(try CodingDictionary(adding: []))
    }
    print("dictionaries loaded in \(load)")
    let items = SharedLabels.lines("labelled").compactMap(LabelledItem.init(json:))
    guard !items.isEmpty else { return }
    report(CodingScore(coder, on: items), "all")
    for language in ["en", "zh"] {
      report(CodingScore(coder, on: items.filter { $0.item.language == language }), language)
    }
    speed(coder, items.map(\.item))
    memory(coder, items.map(\.item))
  }

  private static func report(_ score: CodingScore, _ name: String) {
    print(
      """
      \(name): types micro \(rounded(score.micro.f1)) macro \(rounded(score.macro)), \
      event precision \(rounded(score.events.precision)) recall \(rounded(score.events.recall)), \
      stance \(rounded(score.stanceAccuracy)), rumoured \(rounded(score.rumoured.f1)), \
      denials \(rounded(score.denials.recall)), actors \(rounded(score.actors.f1)), \
      objects \(rounded(score.objects.f1))
      """)
    guard name == "all" else { return }
    for type in EventTypes.bundled.all {
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

  /// Coding keeps nothing: more headlines take more time, not more memory.
  private static func memory(_ coder: EventCoder, _ items: [ItemText]) {
    PeakMemory.reset()
    var events = 0
    for number in 1...100_000 {
      var item = items[number % items.count]
      item.title += " \(number)"
      events += coder.code(item).events.count
      if [20_000, 100_000].contains(number), let peak = PeakMemory.kilobytes {
        print("peak memory after \(number) headlines: \(peak) kB, \(events) events")
      }
    }
  }
}
