import EventCoding
import EventModel
import Forecasting

/// What a second reader brings that agrees with the labels as two careful readers do (.9 on types, .97 on
/// event or none), by how many of the items it is asked about, the most doubtful first. The coder is
/// learned from other sources of the labels (five folds).
enum CascadeBenchmark {
  static func run() throws {
    let items = SourcedItem.all
    guard !items.isEmpty else { return }
    let encoder = try? TextEncoder(folder: ".build/encoder")
    print("### a simulated reader beside \(encoder?.name ?? "no sentence encoder")")
    let training = CoderTraining(
      items.map(\.labelled), with: EventCoder(model: nil), encoder: encoder)
    let coders = training.models().folds.map(training.coder)
    let cascade = Cascade(items.map(\.labelled), by: training.fold.map { coders[$0] })
    tell(cascade, items.indices.map { $0 }, "all", groups: training.group)
    tell(
      cascade, items.indices.filter { !items[$0].isOfWholeFeed }, "without whole feeds",
      groups: training.group)
  }

  private static func tell(
    _ cascade: Cascade, _ places: [Int], _ name: String, groups: [Int]
  ) {
    let order = places.sorted { (cascade.doubts[$1], $0) < (cascade.doubts[$0], $1) }
    for percent in [0, 5, 10, 20, 30, 40, 50, 75, 100] {
      let asked = order.prefix(places.count * percent / 100)
      var scores = cascade.alone
      for place in asked { scores[place] = cascade.read[place] }
      let line = asked.last.map { ", from a doubt of \(rounded(cascade.doubts[$0]))" } ?? ""
      print(
        LabelReport(scores: scores, groups: groups)
          .line("\(name), \(percent) % asked\(line)", places, withIntervals: true))
    }
  }
}

/// Items coded alone, and as a reader says that is right nine times of ten.
private struct Cascade {
  private(set) var doubts: [Double] = []
  private(set) var alone: [LabelScore] = []
  private(set) var read: [LabelScore] = []

  init(_ items: [LabelledItem], by coders: [EventCoder]) {
    let types = items.filter { !$0.types.isEmpty }.map(\.types)
    var random = SplitMix64(seed: 16)
    for (item, coder) in zip(items, coders) {
      doubts.append(coder.doubt(of: item.item))
      alone.append(LabelScore(item, coder.code(item.item).events))
      var readings = Readings(by: "model:simulated@0")
      readings[item.item] = Cascade.reading(of: item, types, &random)
      read.append(LabelScore(item, coder.believing(readings).code(item.item).events))
    }
  }

  /// The label nine times of ten; else another item's types, or the other of event and none.
  private static func reading(
    of item: LabelledItem, _ types: [Set<EventType>], _ random: inout SplitMix64
  ) -> Reading {
    let chance = Double.random(in: 0..<1, using: &random)
    let other = types[Int.random(in: types.indices, using: &random)]
    let isEvent = !item.types.isEmpty
    let told =
      chance < 0.03 ? (isEvent ? [] : other) : chance < 0.1 && isEvent ? other : item.types
    guard !told.isEmpty else { return Reading(none: "opinion") }
    let text = item.item.title.isEmpty ? item.item.summary : item.item.title
    return Reading(
      events: told.map(\.rawValue).sorted().map {
        Reading.Claim(type: $0, stance: item.stance?.rawValue ?? "", quote: text)
      })
  }
}
