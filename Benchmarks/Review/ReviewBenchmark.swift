import EventCoding
import EventModel
import Forecasting
import Reviewing

/// What the answers of one person teach: a coder that has never seen a collection is asked to code half of
/// its feeds after a hundred answers on the other half, chosen as `review` chooses them or at random. Told
/// is by how much the errors on event or none fall.
enum ReviewBenchmark {
  static let answers = 100
  /// After so many the coder learns, and what is asked next is chosen anew.
  static let batch = 20
  static let seeds = 20
  static let origins = 5

  static func run() throws {
    let items = SourcedItem.all
    guard !items.isEmpty else { return }
    let byOrigin = Dictionary(grouping: items, by: \.origin).filter { _, items in
      Set(items.map(\.labelled.feed)).count >= 10
    }
    let chosen = byOrigin.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
      .prefix(origins)
    var all: [[Cut]] = []
    for (origin, own) in chosen {
      let others = items.filter { $0.origin != origin }.map(\.labelled)
      let base = EventCoder(model: CoderTraining(others, with: EventCoder(model: nil)).models().all)
      let trial = ReviewTrial(base: base, items: own.map(\.labelled))
      let cuts = (0..<seeds).map { trial.run(seed: UInt64($0)) }
      print("\(origin) (\(own.count)): \(told(cuts))")
      all.append(cuts)
    }
    print("median of \(all.count) origins: \(told(all.map(median)))")
  }

  /// By how much errors fall, as a share of those before.
  struct Cut {
    let errors: Double
    let chosen: Double
    let random: Double
  }

  private static func median(_ cuts: [Cut]) -> Cut {
    func middle(_ value: (Cut) -> Double) -> Double {
      let sorted = cuts.map(value).sorted()
      return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
    }
    return Cut(
      errors: middle(\.errors), chosen: middle(\.chosen), random: middle(\.random))
  }

  private static func told(_ cuts: [Cut]) -> String {
    let middle = median(cuts)
    return "errors \(rounded(middle.errors)) of all, cut by \(rounded(middle.chosen)) where review "
      + "chose, by \(rounded(middle.random)) at random"
  }
}

/// Half of the feeds of a collection are asked about, the other half is coded.
struct ReviewTrial {
  let base: EventCoder
  let items: [LabelledItem]

  func run(seed: UInt64) -> ReviewBenchmark.Cut {
    var random = SplitMix64(seed: seed)
    let feeds = Set(items.map(\.feed)).sorted().shuffled(using: &random)
    let asked = Set(feeds.prefix(feeds.count / 2))
    let pool = items.filter { asked.contains($0.feed) }
    let test = items.filter { !asked.contains($0.feed) }
    let before = errors(of: base, on: test)
    let byReview = base.with(taught(on: pool) { coder, open in byValue(open, coder) })
    let byChance = base.with(taught(on: pool) { _, open in open.shuffled(using: &random) })
    func cut(_ coder: EventCoder) -> Double {
      1 - Double(errors(of: coder, on: test)) / Double(max(1, before))
    }
    return ReviewBenchmark.Cut(
      errors: Double(before) / Double(test.count), chosen: cut(byReview), random: cut(byChance))
  }

  /// What is learned from answers on a pool, of which `rank` says what is asked first.
  private func taught(
    on pool: [LabelledItem], rank: (EventCoder, [LabelledItem]) -> [LabelledItem]
  ) -> CoderModel {
    var (coder, open, answered) = (base, pool, [LabelledItem]())
    while answered.count < ReviewBenchmark.answers, !open.isEmpty {
      let ranked = rank(coder, open)
      answered += ranked.prefix(ReviewBenchmark.batch)
      open = Array(ranked.dropFirst(ReviewBenchmark.batch))
      coder = base.with(AnswerTraining(base, answered)!.trained())
    }
    return coder.model!
  }

  private func byValue(_ items: [LabelledItem], _ coder: EventCoder) -> [LabelledItem] {
    items.map { labelled in
      let value = QuestionValue(
        coder.assessment(of: labelled.item)!, isTold: !coder.code(labelled.item).events.isEmpty)
      return (labelled, value.score)
    }.sorted { $0.1 > $1.1 }.map(\.0)
  }

  private func errors(of coder: EventCoder, on items: [LabelledItem]) -> Int {
    items.count { coder.code($0.item).events.isEmpty != $0.types.isEmpty }
  }
}
