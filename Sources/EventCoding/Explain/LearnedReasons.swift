import EventModel

/// What moved the model: for the three likeliest of the types and no event, and for no event always,
/// the features that spoke for or against each most.
struct LearnedReasons {
  let reasons: [Reason]

  init(
    _ model: CoderModel, _ features: Features, _ verdict: CoderModel.Verdict, _ line: Double,
    _ coded: [TypeEntry], _ head: Range<Int>
  ) {
    let outputs = model.judgements
    let whole = verdict.shares.map { Array($0[..<outputs]) }
    let ranked = (0..<outputs).sorted { (verdict.scores[$0], $1) > (verdict.scores[$1], $0) }
    let mean = verdict.scores[..<outputs].reduce(0, +) / Float(outputs)
    let none = ranked.prefix(3).contains(0) ? [] : [0]
    reasons = (ranked.prefix(3) + none).map { output in
      let type = 1...model.types.count ~= output ? model.types[output - 1] : nil
      let isCoded = coded.contains { $0.type == type }
      return Reason(
        type: type, score: LearnedReasons.points(verdict.scores[output] - mean), isCoded: isCoded,
        verdict: output == outputs - 1
          ? "learned: of the industry with a chance of \(LearnedReasons.percent(verdict.scope))"
          : LearnedReasons.sentence(verdict, line, type, isCoded),
        cues: (whole.map { [LearnedReasons.cue($0, output, head)] } ?? [])
          + LearnedReasons.cues(model, features, output, outputs))
    }
  }

  private static func sentence(
    _ verdict: CoderModel.Verdict, _ line: Double, _ type: EventType?, _ isCoded: Bool
  ) -> String {
    if type == nil {
      return
        "learned: an event with a chance of \(percent(verdict.event)), and \(percent(line)) are enough"
    }
    guard isCoded else { return "learned: less likely" }
    return "learned: this type with a chance of \(percent(verdict.type))"
  }

  private static func percent(_ chance: Double) -> String { "\(Int((chance * 100).rounded())) %" }

  /// What the headline's vector says, which no single word of it does.
  private static func cue(_ shares: [Float], _ output: Int, _ head: Range<Int>) -> Reason.Cue {
    let mean = shares.reduce(0, +) / Float(shares.count)
    return Reason.Cue(
      words: "the headline as a whole (sentence encoder)", span: head,
      points: points(shares[output] - mean))
  }

  /// The eight features that weigh most, against what they add to an output on average.
  private static func cues(
    _ model: CoderModel, _ features: Features, _ output: Int, _ outputs: Int
  ) -> [Reason.Cue] {
    guard let names = features.names else { return [] }
    let shares = features.all.map { feature in
      let all = (0..<outputs).reduce(Float(0)) {
        $0 + model.share(feature, of: features, $1)
      }
      return model.share(feature, of: features, output) - all / Float(outputs)
    }
    return shares.indices.sorted { (abs(shares[$0]), $1) > (abs(shares[$1]), $0) }.prefix(8).map {
      Reason.Cue(words: names[$0].name, span: names[$0].span, points: points(shares[$0]))
    }.filter { $0.points != 0 }
  }

  /// Tenths of log-odds.
  private static func points(_ score: Float) -> Int { Int((score * 10).rounded()) }
}
