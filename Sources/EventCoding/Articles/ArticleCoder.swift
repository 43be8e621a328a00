import EventModel

/// Codes the sentences of an article, each in its context.
struct ArticleCoder {
  let coder: EventCoder
  let item: ItemText
  /// Where the content begins in the coded text.
  let offset: Int
  let explains: Bool

  func code() -> (events: [Event], reasons: [Reason]) {
    let text = FoldedText(item.content)
    let isInTitle = ArticleCoder.titles(in: text)
    let hits = coder.dictionary.hits(in: text).filter { hit in
      hit.term.group != .trigger || !isInTitle[hit.range.lowerBound]
    }
    let quantities = QuantityScanner.scan(text, published: item.published)
    var context = coder.context(item)
    context.isSentence = true
    context.noneKind = nil
    context.subject = titleActor()
    var events: [Event] = []
    var reasons: [Reason] = []
    /// Whether the sentence before told figures as a rumour, in the same paragraph.
    var isHearsay = false
    var (hitsLeft, quantitiesLeft) = (hits[...], quantities[...])
    for sentence in Sentences.ranges(of: text) {
      let here = hitsLeft.take(within: sentence) { $0.range.lowerBound }
      let stated = quantitiesLeft.take(within: sentence) { $0.span.lowerBound }
      let passage = Passage(
        text: text, head: sentence, body: sentence.upperBound..<sentence.upperBound,
        hits: Array(here), quantities: Array(stated), context: context)
      var found = SentenceCoder(passage: passage, explains: explains) {
        coder.verdict(onSentence: passage)?.types.first
      }.events()
      let subject = SentenceCoder.subject(of: passage)
      if isHearsay, subject == nil { found.events = found.events.map(ArticleCoder.hedged) }
      isHearsay =
        text.letter(sentence.upperBound) != 0x0A
        && found.events.contains { $0.stance == .rumoured && !$0.amounts.isEmpty }
      events += judged(found.events, passage).map { moved($0) }
      reasons += found.reasons
      context.metric =
        found.events.last { [.financialResult, .forecast].contains($0.type) }?.amounts.first?.metric
      context.lastPeriod = ArticleCoder.period(
        found.events, context.lastPeriod, text, after: sentence)
      context.subject = subject ?? context.subject
    }
    return (unique(events), reasons)
  }

  /// Figures of a sentence that goes on with the subject of a rumour are no firmer than the rumour.
  private static func hedged(_ event: Event) -> Event {
    guard event.stance == .reported, !event.amounts.isEmpty, event.attribution == nil else {
      return event
    }
    var event = event
    event.stance = .rumoured
    return event
  }

  /// Lets what was learned of headlines judge a sentence that names somebody: what it holds for none of
  /// the industry is left out, and so is an act that it hardly holds for news. Figures say themselves
  /// what they are.
  private func judged(_ events: [Event], _ passage: Passage) -> [Event] {
    guard !events.isEmpty,
      passage.hits.contains(where: { [.actor, .object].contains($0.term.group) }),
      let verdict = coder.verdict(onSentence: passage)
    else { return events }
    guard verdict.scope >= Event.scopeLine else { return [] }
    return events.filter { !$0.amounts.isEmpty || verdict.event >= ArticleCoder.line }.map {
      event in
      var event = event
      let type = event.type == verdict.types.first ? verdict.type : 1 - verdict.type
      event.scope = verdict.scope
      event.evidence = event.evidence.map {
        Evidence(
          trigger: $0.trigger, span: $0.span,
          confidence: Int((verdict.event * type * 100).rounded()))
      }
      return event
    }
  }

  /// How likely an event must be where a sentence of a body tells an act.
  private static let line = 0.2

  /// Of each letter whether it stands between 《 and 》: the name of a work tells no event.
  private static func titles(in text: FoldedText) -> [Bool] {
    var isInTitle = [Bool](repeating: false, count: text.count)
    var open: Int?
    for (offset, letter) in text.letters.enumerated() {
      if letter == 0x300A { open = offset }
      if letter == 0x300B, let start = open, offset - start < 60 {
        for inside in start..<offset { isInTitle[inside] = true }
        open = nil
      }
    }
    return isInTitle
  }

  /// Whose results of which period the next sentence may go on with, in the same paragraph: the
  /// latest, for earlier ones are only compared with.
  private static func period(
    _ events: [Event], _ before: Passage.Context.ActorPeriod?, _ text: FoldedText,
    after sentence: Range<Int>
  ) -> Passage.Context.ActorPeriod? {
    guard text.letter(sentence.upperBound) != 0x0A,
      let last = events.last(where: { $0.type == .financialResult }),
      let actor = last.actors.first?.name, let period = last.amounts.first?.period
    else { return nil }
    if let before, before.actor == actor, let end = period.last, let latest = before.period.last,
      end < latest
    {
      return before
    }
    return Passage.Context.ActorPeriod(actor: actor, period: period)
  }

  private func titleActor() -> Int? {
    let title = FoldedText(item.title)
    return coder.dictionary.hits(in: title).first { $0.term.group == .actor }.map {
      Int($0.term.value)
    }
  }

  /// Offsets from the content to the whole coded text.
  private func moved(_ event: Event) -> Event {
    var event = event
    event.amounts = event.amounts.map { amount in
      var amount = amount
      amount.span = amount.span.map { ($0.lowerBound + offset)..<($0.upperBound + offset) }
      return amount
    }
    event.evidence = event.evidence.map {
      Evidence(
        trigger: $0.trigger, span: ($0.span.lowerBound + offset)..<($0.span.upperBound + offset),
        confidence: $0.confidence)
    }
    return event
  }

  /// What an article says twice it says once; said again without its period it is no news either.
  private func unique(_ events: [Event]) -> [Event] {
    var seen: Set<String> = []
    return events.filter { event in
      guard let amount = event.amounts.first else {
        return seen.insert("\(event.type) \(event.actors.map(\.name)) \(event.objects)").inserted
      }
      let metric = amount.metric ?? ""
      let cue = amount.kind == .money ? metric : "\(metric) \(event.evidence?.trigger ?? "")"
      let what =
        "\(event.type) \(event.actors.map(\.name)) \(cue) \(amount.value)\(amount.unit)"
      if amount.period == nil, amount.kind == .money, seen.contains(what) { return false }
      seen.insert(what)
      return seen.insert("\(what) \(amount.period?.text ?? "")").inserted
    }
  }
}

extension ArraySlice {
  /// Takes those that stand in a range off the front, where all are in their order.
  fileprivate mutating func take(within range: Range<Int>, place: (Element) -> Int) -> Self {
    self = drop { place($0) < range.lowerBound }
    let taken = prefix { place($0) < range.upperBound }
    self = self[taken.endIndex...]
    return taken
  }
}
