import EventModel

/// A piece of an item that is coded on its own: a headline with its summary, or a sentence.
struct Passage {
  let text: FoldedText
  /// The part that counts most: the headline, or the sentence.
  let head: Range<Int>
  /// The grammar of the head.
  let headline: Headline
  /// The part that may add to it; empty for a sentence.
  let body: Range<Int>
  let hits: [Hit]
  /// Those of the head alone.
  let headHits: [Hit]
  let quantities: [Quantity]
  let context: Context

  /// What surrounds the passage.
  struct Context {
    let dictionary: CodingDictionary
    let published: CivilDay?
    /// The owner of the source, if the source is official.
    var owner: Int?
    /// Whether the owner also shows what others make.
    var isHost = false
    /// Why the source's items are no events.
    var noneKind: String?
    /// Whether the source's posts are research where they do not say otherwise.
    var isResearch = false
    /// The actor that a sentence without one goes on about.
    var subject: Int?
    /// What the sentence before measured.
    var metric: String?
    /// The period that the results of the sentence before belong to.
    var lastPeriod: ActorPeriod?
    var isSentence = false

    struct ActorPeriod {
      let actor: String
      let period: PartialDate
    }
  }

  func isInHead(_ range: Range<Int>) -> Bool { range.lowerBound < head.upperBound }

  init(
    text: FoldedText, head: Range<Int>, body: Range<Int>, hits: [Hit], quantities: [Quantity],
    context: Context
  ) {
    self.text = text
    self.head = head
    headline = Headline(text, head)
    self.body = body
    self.hits = hits
    self.quantities = quantities
    self.context = context
    headHits = hits.filter { $0.range.lowerBound < head.upperBound }
  }

  /// A name that no dictionary has and that opens the headline as its subject.
  var strangerInLead: Range<Int>? {
    let finder = SubjectFinder(headline: headline)
    return unknown(finder.lead ?? (headline.isChinese ? finder.hanLead : nil))
  }

  /// The same, Latin only: any Chinese notice opens with a name, of whatever industry.
  var latinStrangerInLead: Range<Int>? { unknown(SubjectFinder(headline: headline).lead) }

  private func unknown(_ name: Range<Int>?) -> Range<Int>? {
    name.flatMap { isKnown($0) ? nil : $0 }
  }

  /// Whether the dictionary knows a name within a range of the headline.
  private func isKnown(_ range: Range<Int>) -> Bool {
    headHits.contains { [.actor, .object].contains($0.term.group) && $0.range.overlaps(range) }
  }

  func amounts(_ kind: Quantity.Kind, inHead: Bool = false) -> [Quantity] {
    quantities.filter { $0.kind == kind && (!inHead || isInHead($0.span)) }
  }
}
