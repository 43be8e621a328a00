package import EventCoding
package import EventModel
import Ingestion
package import Projections

/// What to ask a person, the most useful first: where what was coded is likely wrong, where the dictionary
/// alone would decide otherwise, what is new to this store, and what may be one event though it stands as
/// two. What was answered is not asked again.
package struct ReviewQueue {
  private let known: Snapshot
  private let coder: EventCoder
  private let judgements: [Int64: [Int64: Judgement]]
  private let answered: Set<String>
  private let filter: Filter
  private let disputes: Readings?

  /// Which questions are asked; all that is said must hold.
  package struct Filter: Sendable {
    package var types: Set<EventType> = []
    /// The numbers of feeds, one of which served the item.
    package var feeds: [Int64] = []

    package init() {}
  }

  /// How many of the newest items are looked at.
  package static let reach = 2000
  /// What is less likely an event is not asked about.
  private static let leastChance = 0.05

  /// - Parameter disputes: what a second reader has read otherwise than the coder by itself.
  package init(
    _ known: Snapshot, coder: EventCoder, filter: Filter = Filter(), disputes: Readings? = nil
  ) throws {
    self.disputes = disputes
    self.known = known
    self.coder = coder
    self.filter = filter
    judgements = try known.judgements()
    answered = Set(try known.reviewAnswers().map { "\($0.answer.of) \($0.answer.question)" })
  }

  /// All questions there are, the most useful first.
  package func questions() throws -> [ReviewQuestion] {
    var itemFilter = ItemFilter()
    itemFilter.feeds = filter.feeds
    let items = try known.items(itemFilter, limit: ReviewQueue.reach)
      .filter { judgements[$0.item]?.isEmpty ?? true }
    let accounts = try items.map { try known.accounts(ofItem: $0.item) }
    let heads = try accounts.map(head)
    let counts = Dictionary(
      heads.compactMap { $0 }.map { ($0.event.type, 1) }, uniquingKeysWith: +)
    var questions: [ReviewQuestion] = []
    for ((item, accounts), view) in zip(zip(items, accounts), heads)
    where view != nil || accounts.isEmpty {
      if let question = try question(item, view, counts), isWanted(question) {
        questions.append(question)
      }
    }
    questions += JoinCandidates(heads.compactMap(\.self), coder: coder)
      .questions().filter(isWanted)
    return questions.sorted {
      ($1.value, $0.id.description) < ($0.value, $1.id.description)
    }
  }

  private func isWanted(_ question: ReviewQuestion) -> Bool {
    if answered.contains("\(question.id) \(question.question)") { return false }
    let types = [question.event?.event, question.other?.event, question.likeliest?.event]
      .compactMap { $0?.type }
    return filter.types.isEmpty || !filter.types.isDisjoint(with: types)
  }

  /// The event of which an item's headline is the report that speaks for it, by the item's accounts; nil where
  /// there is none.
  private func head(of accounts: [Account]) throws -> EventView? {
    guard let first = accounts.first(where: { !$0.isRetracted }),
      let view = try known.event(first.event), view.head.id == first.id
    else { return nil }
    return view
  }

  private func question(
    _ item: StoredItem, _ view: EventView?, _ counts: [EventType: Int]
  ) throws -> ReviewQuestion? {
    guard let (id, observation, text) = try known.text(of: item),
      let assessment = coder.assessment(of: text)
    else { return nil }
    var value = QuestionValue(assessment, isTold: view != nil, chance: view?.event.chance)
    let reading = disputes?[text]
    value.readAs = reading.map { $0.events.first?.type ?? "no event" }
    if let view {
      value.reports = view.accounts.count
      value.isNewType = counts[view.event.type, default: 0] <= 1
      value.newActor = view.event.actors.first { coder.dictionary.canonical($0.name) == nil }?.name
      return ReviewQuestion(
        kind: .event, id: view.head.id, event: view, other: nil, likeliest: nil, item: observation,
        chance: value.chance, value: value.score, reasons: value.reasons)
    }
    let told = reading?.events.first.map { EventType(rawValue: $0.type) }
    guard value.chance >= ReviewQueue.leastChance || value.isDisputed || told != nil,
      let event = coder.event(
        of: told ?? assessment.typeByDictionary ?? assessment.type, in: text)
    else { return nil }
    return ReviewQuestion(
      kind: .missed, id: id, event: nil, other: nil,
      likeliest: Report(event: event.titled(by: text), mention: observation.mention(id, text)),
      item: observation, chance: value.chance, value: value.score, reasons: value.reasons)
  }
}

extension Event {
  /// The chance that anything happened, by the coder that coded it.
  fileprivate var chance: Double? {
    probabilities?.type.map { min(1, Double(confidence) / 100 / max($0, 0.01)) }
  }
}

extension QuestionValue {
  /// Why it is worth asking, for people.
  var reasons: [String] {
    var reasons: [String] = []
    if 0.2...0.8 ~= chance { reasons.append("uncertain") }
    if isDisputed {
      reasons.append(
        assessment.typeByDictionary.map { "the dictionary finds \($0.rawValue)" }
          ?? "the dictionary finds nothing")
    }
    if let readAs { reasons.append("the second reader finds \(readAs)") }
    if isTold, assessment.typeChance < 0.6 { reasons.append("the type is uncertain") }
    if isNewType { reasons.append("the first of its type here") }
    if let newActor { reasons.append("\(newActor) is in no dictionary") }
    if reports > 1 { reasons.append("\(reports) reports hang on it") }
    return reasons
  }
}
