import EventCoding
import EventModel
import FoundationEssentials
import JSONText

/// How well two headlines are told to be of one event, or stages of one story: on judged pairs and groups,
/// by weights that were learned without them. Writes `Models/joins.tsv` and `Models/stories.tsv` where
/// `ANNALS_TRAIN` is set.
enum JoinBenchmark {
  static func run() throws {
    let groups = SharedLabels.lines("groups")
    guard !groups.isEmpty else { return }
    let coder = EventCoder()
    let pairs = JudgedPairs(coder)
    let sample = GroupedItems(groups: groups, others: SharedLabels.lines("labelled"), count: 400)
    let sketches = sample.items.map { coder.sketch($0, coder.code($0)) }
    let (judged, grouped) = (pairs.near + pairs.stages, sample.pairs(sketches))
    print("judged pairs, of one event, by folds over headlines")
    scoreJoins(pairs.near, from: judged, and: grouped)
    scoreGroups(sample, sketches, judged, grouped)
    print("pairs of one actor, stages of one story, by folds over headlines")
    scoreStages(pairs.stages, from: judged, and: grouped)
    if ProcessInfo.processInfo.environment["ANNALS_TRAIN"] != nil {
      try fit(judged + grouped, .sameEvent).write("joins", "two headlines telling one event")
      try fit(judged, .laterStage).write("stories", "a headline telling what became of another")
    }
  }

  private static let thresholds = [0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.8]

  private static func fit(_ pairs: [JudgedPair], _ question: PairQuestion) -> LogisticFit {
    LogisticFit(pairs.compactMap { $0.row(question) })
  }

  /// What is learned about a question from all folds but one, for each division into folds.
  private static func weights(
    _ question: PairQuestion, from judged: [JudgedPair], and more: [JudgedPair] = []
  ) -> [[JoinWeights]] {
    (0..<Fold.divisions).map { division in
      (0..<Fold.count).map { fold in
        fit(judged.filter { $0.fold(division) != fold } + more, question).weights
      }
    }
  }

  private static func scoreJoins(
    _ pairs: [JudgedPair], from judged: [JudgedPair], and more: [JudgedPair]
  ) {
    let weights = weights(.sameEvent, from: judged, and: more)
    for threshold in thresholds {
      var score = PairScore()
      for (division, weights) in weights.enumerated() {
        for pair in pairs {
          let same = SameEvent(weights: weights[pair.fold(division)])
          score.add(
            isTaken: same.score(pair.left, pair.right) >= threshold,
            isTrue: pair.verdict == .same, group: pair.group)
        }
      }
      print("  from \(threshold): \(score)")
    }
  }

  /// What is joined is not asked for its stage.
  private static func scoreStages(
    _ pairs: [JudgedPair], from judged: [JudgedPair], and more: [JudgedPair]
  ) {
    let joins = weights(.sameEvent, from: judged, and: more)
    let weights = weights(.laterStage, from: judged)
    for threshold in thresholds {
      var (score, same) = (PairScore(), Share())
      for division in 0..<Fold.divisions {
        for pair in pairs {
          let fold = pair.fold(division)
          let join = SameEvent(weights: joins[division][fold]).score(pair.left, pair.right)
          let chance = SameStory(weights: weights[division][fold])
            .score(pair.left, before: pair.right)
          let isTaken = join < SameEvent.standardThreshold && chance >= threshold
          if pair.verdict == .same {
            same.add(isTaken)
          } else {
            score.add(isTaken: isTaken, isTrue: pair.verdict == .stage, group: pair.group)
          }
        }
      }
      print("  from \(threshold): \(score); of one event \(same)")
    }
  }

  /// B³ of each group by weights that were learned without it.
  private static func scoreGroups(
    _ sample: GroupedItems, _ sketches: [EventSketch], _ judged: [JudgedPair],
    _ grouped: [JudgedPair]
  ) {
    print("\(sketches.count) items, groups by folds over groups, those that stand alone counted")
    let weights = (0..<Fold.count).map { fold in
      fit(judged + grouped.filter { $0.fold() != fold }, .sameEvent).weights
    }
    for threshold in thresholds {
      var (precision, recall) = (0.0, 0.0)
      for (fold, weights) in weights.enumerated() {
        let same = SameEvent(weights: weights, threshold: threshold)
        let groups = EventGrouping(sketches, by: same).groups
        let held = groups.indices.filter { Fold.of("\(sample.truth[$0])") == fold }
        let score = BCubed(groups, truth: sample.truth, over: held)
        precision += score.precision * Double(held.count)
        recall += score.recall * Double(held.count)
      }
      let count = Double(sketches.count)
      print("  from \(threshold): \(BCubed(precision: precision / count, recall: recall / count))")
    }
  }
}

extension LogisticFit {
  /// Writes the weights into `Models`.
  fileprivate func write(_ name: String, _ what: String) throws {
    let rows = zip(JoinEvidence.names + ["intercept"], coefficients)
      .map { "\(rounded($1))\t\($0)\n" }.joined()
    let head = """
      # How much each evidence speaks for \(what). Learned on judged
      # pairs; `make bench ONLY=joins` says how well, `ANNALS_TRAIN=1` before it learns them again.

      """
    try (head + rows).write(toFile: "Models/\(name).tsv", atomically: true, encoding: .utf8)
  }
}

/// One of five parts, by a hash that is the same on every machine; there are several such divisions.
enum Fold {
  static let count = 5
  static let divisions = 5

  static func of(_ name: String, division: Int = 0) -> Int {
    let value = FNV1a(division == 0 ? name : "\(name) \(division)").value
    return Int((value ^ value >> 32) % UInt64(count))
  }
}
