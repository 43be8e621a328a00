import EventCoding
import EventModel

/// How well the labelled items of `../shared/coding` are coded, by language, family and type, with
/// intervals from groups of one source drawn again. What is learned from them has to be measured on
/// sources that it was not learned from.
enum LabelBenchmark {
  static func run() throws {
    let items = SourcedItem.all
    guard !items.isEmpty else { return }
    let coder = EventCoder()
    let scores = items.map { LabelScore($0.labelled, coder.code($0.labelled.item).events) }
    tell(LabelReport(scores: scores, groups: SourceGroups(items).group), items)
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
