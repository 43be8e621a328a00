import EventModel

/// How firmly the source stands behind the claim of a passage, and whether it denies it.
struct StanceFinder {
  let stance: Stance
  let polarity: Polarity
  let attribution: String?

  init(_ passage: Passage, _ type: TypeEntry) {
    func has(_ group: TermGroup, inHead: Bool) -> Bool {
      passage.hits.contains { $0.term.group == group && passage.isInHead($0.range) == inHead }
    }
    polarity =
      StanceFinder.isDenied(passage.headHits, passage.text, passage.head.lowerBound, type.index)
      ? .denied : .asserted
    attribution = passage.hits.first { $0.term.group == .outlet }.map {
      passage.text.quote($0.range)
    }
    let isHearsay = passage.hits.contains {
      $0.term.group == .rumoured && !passage.isInHead($0.range)
        && !passage.text.contains(StanceFinder.pressSays, at: $0.range.lowerBound)
    }
    let isChinese = passage.text.hasHan(in: passage.head)
    let speaks = has(.official, inHead: true) || StanceFinder.isQuote(passage)
    if passage.context.owner != nil {
      stance = .official
    } else if polarity == .denied, !StanceFinder.isFromInside(passage) {
      stance = .official
    } else if !isChinese, has(.reported, inHead: true) {
      stance = .reported
    } else if has(.rumoured, inHead: true) {
      stance = .rumoured
    } else if type.stance == .thirdParty {
      stance = .reported
    } else if speaks || type.stance == .launch && has(.launch, inHead: true) {
      stance = .official
    } else if isHearsay, !has(.official, inHead: false) {
      stance = .rumoured
    } else if type.stance == .ownWord
      || isChinese && has(.official, inHead: false) && type.stance != .reported
    {
      stance = .official
    } else {
      stance = .reported
    }
  }

  /// Whether a headline denies what it tells. A verb (否认, denies) governs its own clause, so in a
  /// later clause it counts only for an event of that clause; a verdict (不实, not true) counts
  /// wherever it stands. `type` is the event's place among the types.
  static func isDenied(_ hits: [Hit], _ text: FoldedText, _ start: Int, _ type: Int?) -> Bool {
    hits.contains { cue in
      guard cue.term.group == .denied else { return false }
      let verb = cue.range.lowerBound
      guard verbs.contains(where: { text.contains($0, at: verb) }),
        text.letters[start..<verb].contains(where: { clauseMarks.contains($0) })
      else { return true }
      let end = text.letters[verb...].firstIndex { clauseMarks.contains($0) } ?? text.count
      return hits.contains {
        $0.term.group == .trigger && $0.term.points >= 3 && type == Int($0.term.value)
          && (verb..<end).contains($0.range.lowerBound)
      }
    }
  }

  private static let verbs = ["否认", "辟谣", "den", "refut", "dismiss", "reject", "debunk"].map(
    \.folded)
  private static let clauseMarks: Set<UInt16> = [0x2C, 0x3B, 0x3A]

  /// Staff who speak without a name.
  private static func isFromInside(_ passage: Passage) -> Bool {
    passage.text.letters[passage.head].contains(subsequence: inside)
  }

  /// A company or its head, a colon, and what they say.
  private static func isQuote(_ passage: Passage) -> Bool {
    passage.hits.contains { hit in
      hit.term.group == .actor && passage.text.letter(hit.range.upperBound) == 0x3A
        && passage.isInHead(hit.range)
        && passage.context.dictionary.actor(hit).kind != "government"
    }
  }

  /// 据报道: in a headline a hedge, in a summary merely how the press cites.
  private static let pressSays = "据报".folded
  private static let inside = "内部".folded

  /// In an article the clause decides: hedged where a rumour stands before it, else reported.
  func articleStance(_ passage: Passage, _ statement: Statement) -> Stance {
    let before = passage.hits.filter { $0.range.lowerBound < statement.span.upperBound }
    if before.contains(where: { $0.term.group == .rumoured }) { return .rumoured }
    return before.contains { $0.term.group == .official } ? .official : .reported
  }
}
