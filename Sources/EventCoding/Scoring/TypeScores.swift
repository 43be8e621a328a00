import EventModel

/// How much speaks for each type of event in a passage, and how much against all.
struct TypeScores {
  var points = [Int](repeating: 0, count: EventType.allCases.count)
  /// Points from the headline alone.
  var headPoints = [Int](repeating: 0, count: EventType.allCases.count)
  /// Types with a decisive trigger in the headline.
  var decisive = [Bool](repeating: false, count: EventType.allCases.count)
  /// Types with strong triggers in the headline, that need nothing beside them.
  var isFirm = [Bool](repeating: false, count: EventType.allCases.count)
  /// Types with more than weak triggers in the headline.
  var hasStrong = [Bool](repeating: false, count: EventType.allCases.count)
  var none = 0
  /// The first and strongest trigger of each type.
  var trigger = [Hit?](repeating: nil, count: EventType.allCases.count)

  init(_ passage: Passage) {
    let has = Conditions(passage)
    var bodyPoints = points
    for hit in passage.hits {
      let term = hit.term
      guard term.group == .trigger || term.group == .none else { continue }
      let isHead = passage.isInHead(hit.range)
      guard has.met(term.condition) else { continue }
      let base = Int(term.points)
      if term.group == .none {
        if passage.context.isSentence, base < 6 { continue }
        none += TypeScores.against(hit, base, isHead, passage)
        continue
      }
      let type = Int(term.value)
      if base < 0, !isHead { continue }
      if isHead, base >= 2 { hasStrong[type] = true }
      if isHead, base >= 3 { isFirm[type] = true }
      let worth = isHead ? (base >= 6 ? 7 : base * 2) : base >= 6 ? 3 : base
      if isHead { headPoints[type] += worth } else { bodyPoints[type] += worth }
      if base >= 6, isHead { decisive[type] = true }
      if base > 0, trigger[type] == nil || trigger[type]!.term.points < term.points {
        trigger[type] = hit
      }
    }
    for type in points.indices { points[type] = headPoints[type] + min(4, bodyPoints[type]) }
  }

  /// What a cue that nothing happened is worth: question words count most where they open the
  /// headline or a clause of it.
  private static func against(_ hit: Hit, _ base: Int, _ isHead: Bool, _ passage: Passage) -> Int {
    guard isHead else { return base >= 6 ? 1 : 0 }
    if base >= 6 { return 7 }
    if base < 3 { return 1 }
    let text = passage.text
    let start = hit.range.lowerBound
    let isLatin = Letter.isLatin(text.letter(start))
    let isOpening = start <= passage.head.lowerBound + 1 || !Letter.isWord(text.letter(start - 2))
    return !isLatin || isOpening ? 3 : 1
  }

  /// Counts what no single word tells as a decisive trigger.
  mutating func decide(_ type: EventType) {
    self[type] += 7
    decisive[type.index] = true
    hasStrong[type.index] = true
  }

  subscript(type: EventType) -> Int {
    get { points[type.index] }
    set { points[type.index] = newValue }
  }
}
