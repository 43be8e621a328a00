import EventCoding
import EventModel
import Forecasting

/// Scores of items that come in groups: what was asked, the value, and its 95 % interval.
struct LabelReport {
  /// A score for each item, and the group whose items stand and fall together.
  let scores: [LabelScore]
  let groups: [Int]

  /// A line for some of the items; intervals where `withIntervals`, from 200 resamples of whole groups.
  func line(_ name: String, _ places: [Int], withIntervals: Bool = false) -> String {
    let total = sum(places)
    let resamples = withIntervals ? resamples(places) : []
    let cells = LabelReport.measures.map { measure in
      let value = "\(measure.name) \(rounded(measure.of(total)))"
      guard withIntervals else { return value }
      let values = resamples.map(measure.of).sorted()
      return value + " [\(rounded(values[4])) \(rounded(values[195]))]"
    }
    return "\(name) (\(places.count)): " + cells.joined(separator: ", ")
  }

  static let measures: [(name: String, of: @Sendable (LabelScore) -> Double)] = [
    ("types", { $0.coding.micro.f1 }), ("event P", { $0.coding.events.precision }),
    ("R", { $0.coding.events.recall }), ("F1", { $0.coding.events.f1 }),
    ("stance", { $0.coding.stanceAccuracy }), ("actors", { $0.coding.actors.f1 }),
    ("objects", { $0.coding.objects.f1 }), ("ECE confidence", { $0.confidence.error }),
  ]

  func sum(_ places: [Int]) -> LabelScore {
    places.reduce(into: LabelScore()) { $0 += scores[$1] }
  }

  private func resamples(_ places: [Int]) -> [LabelScore] {
    let byGroup = Dictionary(grouping: places) { groups[$0] }.sorted { $0.key < $1.key }
      .map { sum($0.value) }
    var random = SplitMix64(seed: 1)
    return (0..<200).map { _ in
      byGroup.indices.reduce(into: LabelScore()) { total, _ in
        total += byGroup[Int.random(in: byGroup.indices, using: &random)]
      }
    }
  }
}

/// What was coded in some items, beside their labels. Scores add up.
struct LabelScore {
  private(set) var coding = CodingScore()
  /// The chance stated of an event, that it is one of that type.
  private(set) var confidence = Reliability()

  init() {}

  init(_ labelled: LabelledItem, _ coded: [Event]) {
    coding.add(coded, to: labelled)
    for event in coded {
      confidence.add(Double(event.confidence) / 100, isSo: labelled.types.contains(event.type))
    }
  }

  static func += (score: inout LabelScore, more: LabelScore) {
    score.coding += more.coding
    score.confidence += more.confidence
  }
}
