import EventModel

/// How firmly the source stands behind the claim of a passage, and whether it denies it.
struct StanceFinder {
  let stance: Stance
  let polarity: Polarity
  let attribution: String?

  init(_ passage: Passage, _ type: EventType) {
    func has(_ group: TermGroup, inHead: Bool) -> Bool {
      passage.hits.contains { $0.term.group == group && passage.isInHead($0.range) == inHead }
    }
    polarity = has(.denied, inHead: true) ? .denied : .asserted
    attribution = passage.hits.first { $0.term.group == .outlet }.map { passage.text.quote($0.range) }
    if passage.context.owner != nil {
      stance = .official
    } else if has(.rumoured, inHead: true) {
      stance = .rumoured
    } else if has(.official, inHead: true), !StanceFinder.reportedTypes.contains(type) {
      stance = .official
    } else if !has(.official, inHead: true), has(.rumoured, inHead: false) {
      stance = .rumoured
    } else {
      stance = .reported
    }
  }

  /// Told by third parties even where an act of publication is named.
  private static let reportedTypes: Set<EventType> = [.funding, .litigation, .acquisition, .incident, .capitalMarket]
}
