import EventModel

/// Says in words what the scores of a passage came from.
struct Explanation {
  let reasons: [Reason]

  init(_ passage: Passage, _ choice: TypeChoice, coded: [EventType]) {
    var reasons: [Reason] = []
    for entry in choice.types.entries where choice.scores.trigger[entry.index] != nil {
      let type = entry.type
      let cues = passage.hits.filter {
        $0.term.group == .trigger && Int($0.term.value) == entry.index
      }
      let isCoded = coded.contains(type)
      let verdict = choice.verdicts.first { $0.type == type }?.verdict
      reasons.append(
        Reason(
          type: type, score: choice.scores.points[entry.index], isCoded: isCoded,
          verdict: verdict ?? (isCoded ? "scores highest" : "another type scores higher"),
          cues: cues.map { Explanation.cue($0, passage) }))
    }
    let against = passage.hits.filter { $0.term.group == .none }
    if !against.isEmpty || passage.context.noneKind != nil {
      reasons.append(
        Reason(
          type: nil, score: -choice.scores.none, isCoded: false,
          verdict: choice.verdicts.first { $0.type == nil }?.verdict ?? "speaks against an event",
          cues: against.map { Explanation.cue($0, passage) }))
    }
    self.reasons = reasons
  }

  private static func cue(_ hit: Hit, _ passage: Passage) -> Reason.Cue {
    Reason.Cue(
      words: passage.text.quote(hit.range), span: hit.range, points: Int(hit.term.points))
  }
}
