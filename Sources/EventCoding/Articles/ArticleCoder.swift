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
    let hits = coder.dictionary.hits(in: text)
    let quantities = QuantityScanner.scan(text, published: item.published)
    var context = coder.context(item)
    context.isSentence = true
    context.noneKind = nil
    context.subject = titleActor()
    var events: [Event] = []
    var reasons: [Reason] = []
    for sentence in Sentences.ranges(of: text) {
      let here = hits.filter { sentence.contains($0.range.lowerBound) }
      let passage = Passage(
        text: text, head: sentence, body: sentence.upperBound..<sentence.upperBound, hits: here,
        quantities: quantities.filter { sentence.contains($0.span.lowerBound) }, context: context)
      let found = SentenceCoder(passage: passage, explains: explains).events()
      events += found.events.map { moved($0) }
      reasons += found.reasons
      context.metric =
        found.events.last { [.financialResult, .forecast].contains($0.type) }?.amounts.first?.metric
      context.subject = SentenceCoder.subject(of: passage) ?? context.subject
    }
    return (unique(events), reasons)
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

  /// What an article says twice it says once.
  private func unique(_ events: [Event]) -> [Event] {
    var seen: Set<String> = []
    return events.filter { event in
      guard let amount = event.amounts.first else { return true }
      let key =
        "\(event.evidence?.trigger ?? "") \(event.type) \(event.actors.map(\.name)) \(amount.metric ?? "") \(amount.value)\(amount.unit) \(amount.period?.text ?? "")"
      return seen.insert(key).inserted
    }
  }
}
