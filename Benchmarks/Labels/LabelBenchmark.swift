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
    let encoder = try? TextEncoder(folder: ".build/encoder")
    print("### the dictionary alone")
    let alone = labels.map { LabelScore($0, dictionary.code($0.item).events) }
    tell(LabelReport(scores: alone, groups: training.group), items)
    print("### learned from other sources")
    tell(training, items)
    guard let encoder else { return print("### no sentence encoder: make encoder") }
    print("### learned with \(encoder.name)")
    tell(CoderTraining(labels, with: dictionary, encoder: encoder), items)
  }

  /// How well the models of the folds do on what they have not seen.
  private static func tell(_ training: CoderTraining, _ items: [SourcedItem]) {
    let coders = training.models().folds.map(training.coder)
    let learned = zip(items, training.fold).map { item, fold in
      LabelScore(item.labelled, coders[fold].code(item.labelled.item).events)
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
