import EventCoding
import EventModel
import FoundationEssentials
import JSONText

/// How well two headlines are told to be one event or two: on judged pairs and groups, by weights that
/// were learned without them. Writes `Models/joins.tsv` where `ANNALS_TRAIN` is set.
enum JoinBenchmark {
  static func run() throws {
    let pairs = SharedLabels.lines("pairs")
    let groups = SharedLabels.lines("groups")
    guard !pairs.isEmpty, !groups.isEmpty else { return }
    let coder = EventCoder()
    let judged = judgedPairs(pairs, coder)
    let sample = GroupedItems(groups: groups, others: SharedLabels.lines("labelled"), count: 400)
    let sketches = sample.items.map { coder.sketch($0, coder.code($0)) }
    let grouped = groupedPairs(sample, sketches)
    scorePairs(judged, grouped)
    scoreGroups(sample, sketches, judged, grouped)
    if isTraining { try writeWeights(LogisticFit(judged + grouped)) }
  }

  private static let thresholds = [0.5, 0.55, SameEvent.standardThreshold, 0.7, 0.8]

  private static let isTraining = ProcessInfo.processInfo.environment["ANNALS_TRAIN"] != nil

  /// How much a pair within a group counts beside a judged one: most groups are made of easy pairs.
  private static let weightOfGrouped = 0.3

  private static func sketch(_ json: JSON, _ coder: EventCoder) -> EventSketch? {
    guard let title = json["title"]?.string,
      let day = json["published"]?.string.flatMap({ CivilDay($0.prefix(10)) })
    else { return nil }
    let item = ItemText(title: title, published: day, source: json["source"]?.string ?? "")
    return coder.sketch(item, coder.code(item))
  }

  /// Pairs that a reader has judged; those of the same two sources are of one fold.
  private static func judgedPairs(_ pairs: [JSON], _ coder: EventCoder) -> [LogisticFit.Row] {
    pairs.compactMap { pair in
      guard let left = pair["a"].flatMap({ sketch($0, coder) }),
        let right = pair["b"].flatMap({ sketch($0, coder) })
      else { return nil }
      let sources = [left.source ?? 0, right.source ?? 0].sorted()
      return LogisticFit.Row(
        values: values(left, right), isTrue: pair["verdict"]?.string == "y", weight: 1,
        fold: Fold.of("\(sources)"))
    }
  }

  /// Pairs within the labelled groups, and of a group and what is related to it; groups are folds.
  private static func groupedPairs(
    _ sample: GroupedItems, _ sketches: [EventSketch]
  ) -> [LogisticFit.Row] {
    let places = sample.grouped + sample.related.map(\.item)
    return places.indices.flatMap { right in
      places[..<right].filter { SameEvent.mayJoin(sketches[$0], sketches[places[right]]) }.map {
        left in
        let groups = (sample.truth[left], sample.truth[places[right]])
        return LogisticFit.Row(
          values: values(sketches[left], sketches[places[right]]),
          isTrue: groups.0 == groups.1, weight: weightOfGrouped,
          fold: Fold.of("\(max(groups.0, groups.1))"))
      }
    }
  }

  private static func values(_ left: EventSketch, _ right: EventSketch) -> [Double] {
    JoinEvidence(left, right).values
  }

  private static func scorePairs(_ judged: [LogisticFit.Row], _ grouped: [LogisticFit.Row]) {
    var scored: [(probability: Double, isTrue: Bool)] = []
    for fold in 0..<Fold.count {
      let weights = LogisticFit(judged.filter { $0.fold != fold } + grouped).weights
      scored += judged.filter { $0.fold == fold }.map {
        (weights.probability($0.values), $0.isTrue)
      }
    }
    let all = scored.count(where: \.isTrue)
    print("\(judged.count) judged pairs, \(all) of one event, by folds over their sources")
    for threshold in thresholds {
      let joined = scored.filter { $0.probability >= threshold }
      let right = joined.count(where: \.isTrue)
      var wrong = Share()
      for pair in joined { wrong.add(!pair.isTrue) }
      let recall = rounded(Double(right) / Double(max(all, 1)))
      print("  from \(threshold): \(joined.count) joined, wrong \(wrong), recall \(recall)")
    }
  }

  private static func scoreGroups(
    _ sample: GroupedItems, _ sketches: [EventSketch], _ judged: [LogisticFit.Row],
    _ grouped: [LogisticFit.Row]
  ) {
    print("\(sketches.count) items, groups by folds over groups, those that stand alone counted")
    let fits = (0..<Fold.count).map { fold in
      LogisticFit(judged + grouped.filter { $0.fold != fold })
    }
    for threshold in thresholds {
      var (precision, recall) = (0.0, 0.0)
      for (fold, fit) in fits.enumerated() {
        let groups = EventGrouping(
          sketches, by: SameEvent(weights: fit.weights, threshold: threshold)
        ).groups
        let held = groups.indices.filter { Fold.of("\(sample.truth[$0])") == fold }
        let score = BCubed(groups, truth: sample.truth, over: held)
        precision += score.precision * Double(held.count)
        recall += score.recall * Double(held.count)
      }
      let count = Double(sketches.count)
      print("  from \(threshold): \(BCubed(precision: precision / count, recall: recall / count))")
    }
  }

  private static func writeWeights(_ fit: LogisticFit) throws {
    let rows = zip(JoinEvidence.names + ["intercept"], fit.coefficients)
      .map { "\(rounded($1))\t\($0)\n" }.joined()
    let head = """
      # How much each evidence speaks for two headlines telling one event. Learned on judged pairs;
      # `make bench ONLY=joins` says how well, `ANNALS_TRAIN=1` before it learns them again.

      """
    try (head + rows).write(toFile: "Models/joins.tsv", atomically: true, encoding: .utf8)
  }
}

/// One of five parts, by a hash that is the same on every machine.
enum Fold {
  static let count = 5

  static func of(_ name: String) -> Int {
    let value = FNV1a(name).value
    return Int((value ^ value >> 32) % UInt64(count))
  }
}
