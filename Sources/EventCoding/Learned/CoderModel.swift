import EventModel

/// What was learned from labelled items: how likely a passage tells an event, of which type, and in
/// which stance.
package struct CoderModel: Sendable {
  let linear: LinearModel
  /// In the order of the outputs, after the one for no event.
  let types: [EventType]
  /// Of the chance that it is an event, and that the first type is right.
  var scope = Calibration()
  var type = Calibration()
  /// How likely a further type must be beside the first.
  var secondLine = 0.4
  /// Tells this model from others.
  var digest = ""

  /// One output for none, one for each type, one for each stance.
  static func outputs(_ types: [EventType]) -> [String] {
    ["none"] + types.map(\.rawValue) + Stance.allCases.map(\.rawValue)
  }

  /// What the model makes of a passage.
  struct Verdict {
    /// The chance that there is an event.
    let scope: Double
    /// The types that it may be, the likeliest first, and the chance that the first is right.
    let types: [EventType]
    let type: Double
    let stance: Stance
    /// Log-odds of all outputs.
    let scores: [Float]
  }

  /// Log-odds of an event, of the likeliest type where there is one, and of all outputs.
  struct Odds {
    let scope: Double
    let type: Double
    /// The places of the types, the likeliest first.
    let ranked: [Int]
    /// The chance of each, where there is an event.
    let chances: [Float]
    let scores: [Float]
  }

  func odds(_ features: Features) -> Odds {
    let scores = linear.scores(features)
    let all = Softmax.chances(Array(scores[...types.count]))
    let event = max(1e-6, 1 - all[0])
    let chances = all.dropFirst().map { $0 / event }
    let ranked = types.indices.sorted { (chances[$0], $1) > (chances[$1], $0) }
    return Odds(
      scope: Softmax.logit(Double(event)), type: Softmax.logit(Double(chances[ranked[0]])),
      ranked: ranked, chances: chances, scores: scores)
  }

  func verdict(_ features: Features) -> Verdict {
    let odds = odds(features)
    let told = odds.ranked.filter {
      $0 == odds.ranked[0] || Double(odds.chances[$0]) >= secondLine
    }
    let stances = odds.scores[(types.count + 1)...]
    let stance = stances.indices.max { stances[$0] < stances[$1] }! - stances.startIndex
    return Verdict(
      scope: scope.chance(odds.scope), types: told.map { types[$0] },
      type: type.chance(odds.type), stance: Stance.allCases[stance], scores: odds.scores)
  }
}
