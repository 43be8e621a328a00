import EventCoding
import EventModel

/// How well the labelled items of `../shared/coding` are coded by the dictionary alone, and by what was
/// learned from other sources of them (five folds): the figures that count. With intervals from groups
/// of one source drawn again.
enum LabelBenchmark {
  static func run() throws {
    let items = SourcedItem.all
    guard !items.isEmpty else { return }
    let labels = items.map(\.labelled)
    let dictionary = EventCoder(model: nil)
    let training = CoderTraining(labels, with: dictionary)
    print("### the dictionary alone")
    let alone = labels.map { LabelScore($0, dictionary.code($0.item).events) }
    tell(LabelReport(scores: alone, groups: training.group), items)
    print("### learned from other sources")
    let coders = training.models().folds.map { EventCoder(model: $0) }
    let learned = zip(labels, training.fold).map { item, fold in
      LabelScore(item, coders[fold].code(item.item).events)
    }
    tell(LabelReport(scores: learned, groups: training.group), items)
  }

  private static func tell(_ report: LabelReport, _ items: [SourcedItem]) {
    func places(_ belongs: (SourcedItem) -> Bool) -> [Int] {
      items.indices.filter { belongs(items[$0]) }
    }
    print(report.line("all", Array(items.indices), withIntervals: true))
    print(report.line("whole feeds", places(\.isOfWholeFeed), withIntervals: true))
    print(
      report.line("news", places { ["n", "labelled"].contains($0.family) }, withIntervals: true))
    for language in ["en", "zh"] {
      print(
        report.line(
          language, places { $0.labelled.item.language == language }, withIntervals: true))
    }
    for family in ["labelled", "n", "w", "x", "q", "y", "z"] {
      print(report.line(family, places { $0.family == family }))
    }
    tellOrigins(report, Dictionary(grouping: items.indices) { items[$0].origin })
    let total = report.sum(Array(items.indices))
    for type in EventTypes.bundled.all {
      let tally = total.coding.types[type] ?? Tally()
      print(
        "  \(type.rawValue): F1 \(rounded(tally.f1)) (\(tally.missed) missed, \(tally.wrong) wrong)"
      )
    }
    print("confidence:\n\(total.confidence.table)")
  }

  /// The mean over the collections that hold at least thirty items.
  private static func tellOrigins(_ report: LabelReport, _ origins: [String: [Int]]) {
    let sums = origins.values.filter { $0.count >= 30 }.map(report.sum)
    let means = LabelReport.measures.map { measure in
      "\(measure.name) \(rounded(sums.reduce(0) { $0 + measure.of($1) } / Double(sums.count)))"
    }
    print("mean of \(sums.count) origins: " + means.joined(separator: ", "))
  }
}
