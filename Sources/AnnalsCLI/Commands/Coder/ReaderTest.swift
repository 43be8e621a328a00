import EventCoding
import EventModel
import Forecasting
import JSONText
import Querying
import SecondReading

/// How a second reader does on labelled items: beside the coder, and together with it where it is asked
/// about what the coder is unsure of.
struct ReaderTest {
  private let items: [LabelledItem]
  private let tally: ReadingTally
  private let unsure: Int
  /// For each way of coding, the score of each item.
  private let ways: [(name: String, scores: [CodingScore])]

  /// Asks about every item, whatever the budget. Where an answer does not hold, the coder's stands.
  init(
    _ items: [LabelledItem], _ coder: EventCoder, _ reader: ConfiguredReader,
    _ surroundings: Surroundings
  ) throws {
    let run = try reader.toTest(items.count).run(
      coder.dictionary, memory: PassingMemory(), surroundings)
    let coder = coder.prepared(for: items.map(\.item))
    let reading = try run.read(items.map { ItemToRead($0.item) }, with: coder)
    let isUnsure = items.map { coder.doubt(of: $0.item) >= ReadingRun.line }
    let alone = items.map { ReaderTest.score($0, coder) }
    let read = items.map { ReaderTest.score($0, reading) }
    self.items = items
    tally = run.tally
    unsure = isUnsure.count { $0 }
    ways = [
      ("coder", alone), ("reader", read),
      ("together", items.indices.map { isUnsure[$0] ? read[$0] : alone[$0] }),
    ]
  }

  private static func score(_ item: LabelledItem, _ coder: EventCoder) -> CodingScore {
    var score = CodingScore()
    score.add(coder.code(item.item).events, to: item)
    return score
  }

  /// What is compared, as a share of 1.
  private static let measures: [(name: String, of: @Sendable (CodingScore) -> Double)] = [
    ("types, F1", { $0.micro.f1 }), ("event or none, F1", { $0.events.f1 }),
    ("stance", { $0.stanceAccuracy }), ("actors, F1", { $0.actors.f1 }),
    ("objects, F1", { $0.objects.f1 }),
  ]

  func document(on today: CivilDay, _ coder: EventCoder) -> Document {
    let samples = ways.map { resamples($0.scores) }
    var rows = ReaderTest.measures.map { measure in
      JSON.object(
        [.init("what", .string(measure.name))]
          + ways.indices.map { way in
            let total = ways[way].scores.reduce(into: CodingScore()) { $0 += $1 }
            let values = samples[way].map(measure.of).sorted()
            return .init(
              ways[way].name,
              .object([
                "value": .number(rounded(measure.of(total))),
                "low": .number(rounded(values[values.count / 40])),
                "high": .number(rounded(values[values.count - 1 - values.count / 40])),
              ]))
          })
    }
    let totals = ways.map { $0.scores.reduce(into: CodingScore()) { $0 += $1 } }
    rows += coder.dictionary.types.all.map { type in
      JSON.object(
        [.init("what", .string(type.rawValue))]
          + ways.indices.map { way in
            .init(
              ways[way].name,
              .object(["value": .number(rounded(totals[way].types[type]?.f1 ?? 0))]))
          })
    }
    return Document(
      schema: "annals.reader-score/1", head: 0, asOf: today,
      extras: [
        .init("items", .number(Int64(items.count))), .init("unsure", .number(Int64(unsure))),
        .init("secondReader", tally.json),
      ],
      title: "\(items.count) items, \(unsure) unsure · \(tally.sentence ?? "") · "
        + "\(Numerals.short(Double(tally.milliseconds) / 1000)) s, \(tally.tokens) tokens",
      columns: [Column("what", key: "what")] + ways.map { ReaderTest.column($0.name) }, rows: rows)
  }

  /// `0.81 [0.75 0.86]`.
  private static func column(_ way: String) -> Column {
    Column(way) { row in
      guard let cell = row[way], let value = cell["value"]?.double else { return .text("") }
      guard let low = cell["low"]?.double, let high = cell["high"]?.double else {
        return .text(Numerals.short(value))
      }
      return .text("\(Numerals.short(value)) [\(Numerals.short(low)) \(Numerals.short(high))]")
    }
  }

  private func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }

  /// Sums over items drawn again, for intervals of 95 % (Efron 1979); the same each time.
  private func resamples(_ scores: [CodingScore]) -> [CodingScore] {
    var random = SplitMix64(seed: 1)
    return (0..<200).map { _ in
      scores.indices.reduce(into: CodingScore()) { total, _ in
        total += scores[Int.random(in: scores.indices, using: &random)]
      }
    }
  }
}
