import EventModel

/// How much speaks for each type of event in a passage, and how much against all.
struct TypeScores {
  private let types: EventTypes
  var points: [Int]
  /// Points from the headline alone.
  var headPoints: [Int]
  /// Types with a decisive trigger in the headline.
  var decisive: [Bool]
  /// Types with strong triggers in the headline, that need nothing beside them.
  var isFirm: [Bool]
  /// Types with more than weak triggers in the headline.
  var hasStrong: [Bool]
  var none = 0
  /// The first and strongest trigger of each type.
  var trigger: [Hit?]

  init(_ passage: Passage) {
    types = passage.context.dictionary.types
    points = [Int](repeating: 0, count: types.entries.count)
    headPoints = points
    decisive = [Bool](repeating: false, count: points.count)
    isFirm = decisive
    hasStrong = decisive
    trigger = [Hit?](repeating: nil, count: points.count)
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
    guard let place = types.place(of: type) else { return }
    points[place] += 7
    decisive[place] = true
    hasStrong[place] = true
  }

  mutating func makeFirm(_ type: EventType) {
    if let place = types.place(of: type) { isFirm[place] = true }
  }

  func isDecided(_ type: EventType) -> Bool { types.place(of: type).map { decisive[$0] } ?? false }

  func isFirm(_ type: EventType) -> Bool { types.place(of: type).map { isFirm[$0] } ?? false }

  func trigger(of type: EventType) -> Hit? { types.place(of: type).flatMap { trigger[$0] } }

  subscript(type: EventType) -> Int {
    get { types.place(of: type).map { points[$0] } ?? 0 }
    set { if let place = types.place(of: type) { points[place] = newValue } }
  }
}
