import EventModel
import Projections

/// A random query, and what it should find: different fields must all hold on one account, the values
/// of one field are alternatives, and an exclusion removes the events one of whose accounts fits it.
/// With a period, an event is found when its date overlaps it.
struct ReferenceQuery {
  var filter = ReportFilter()
  var exclusions: [ReportFilter] = []
  var first: CivilDay?
  var last: CivilDay?
  var order: EventOrder
  var limit: Int?

  init(_ random: inout SplitMix64) {
    filter = Self.filter(&random)
    order = Bool.random(using: &random) ? .occurred : .recorded
    limit = [nil, 0, 1, 3].randomElement(using: &random)!
    if Int.random(in: 0..<3, using: &random) == 0 {
      let exclusion = Self.filter(&random)
      if !exclusion.isEmpty { exclusions = [exclusion] }
    }
    let days = ["2022-12-31", "2023-05-01", "2023-05-15", "2023-05-16", "2023-05-31", "2023-06-01"]
    if Bool.random(using: &random) { first = CivilDay(days.randomElement(using: &random)!) }
    if Bool.random(using: &random) { last = CivilDay(days.randomElement(using: &random)!) }
  }

  private static func filter(_ random: inout SplitMix64) -> ReportFilter {
    var filter = ReportFilter()
    func some<Value>(_ values: [Value], _ random: inout SplitMix64) -> [Value] {
      guard Int.random(in: 0..<3, using: &random) == 0 else { return [] }
      return Array(values.shuffled(using: &random).prefix(Int.random(in: 1...2, using: &random)))
    }
    filter.actors = some(["OpenAI", "SenseTime", "百度"], &random)
    filter.types = some(["funding", "metric", "forecast"].map { EventType(rawValue: $0) }, &random)
    filter.stances = some(Stance.allCases, &random)
    filter.polarities = some(Polarity.allCases, &random)
    filter.sources = some(["Wire", "Courier", "book:b"], &random)
    filter.metrics = some(["revenue", "net_loss"], &random)
    filter.amounts = some(
      [
        AmountCondition(.over, ExactDecimal(4), unit: nil),
        AmountCondition(.atLeast, ExactDecimal(5), unit: "USD"),
        AmountCondition(.under, ExactDecimal(3), unit: "CNY"),
        AmountCondition(.atMost, ExactDecimal(6), unit: "USD"),
      ], &random)
    return filter
  }

  /// What is found of these events, which are told newest first.
  func answer(_ events: [ReferenceEvent]) -> [ReferenceEvent] {
    let found = events.filter(finds)
    let sorted =
      order == .recorded
      ? found
      : found.reversed().sorted { ($0.day, $0.position) < ($1.day, $1.position) }
    return Array(sorted.prefix(limit ?? .max))
  }

  private func finds(_ event: ReferenceEvent) -> Bool {
    overlaps(event) && event.accounts.contains { fits($0, filter) }
      && !exclusions.contains { exclusion in event.accounts.contains { fits($0, exclusion) } }
  }

  private func overlaps(_ event: ReferenceEvent) -> Bool {
    guard first != nil || last != nil else { return true }
    guard let date = event.told.date else { return false }
    let endsInTime = first.map { day in date.last.map { $0 >= day } ?? true } ?? true
    let beginsInTime = last.map { day in date.first.map { $0 <= day } ?? true } ?? true
    return endsInTime && beginsInTime
  }

  private func fits(_ account: ReferenceEvent.Account, _ filter: ReportFilter) -> Bool {
    func one<Value: Equatable>(_ wanted: [Value], _ has: (Value) -> Bool) -> Bool {
      wanted.isEmpty || wanted.contains(where: has)
    }
    let event = account.event
    return one(filter.actors) { name in event.actors.contains { $0.name == name } }
      && one(filter.types) { $0 == event.type } && one(filter.stances) { $0 == event.stance }
      && one(filter.polarities) { $0 == event.polarity }
      && one(filter.sources) { $0 == account.mention.source }
      && one(filter.metrics) { metric in claims(event).contains { $0.metric == metric } }
      && one(filter.amounts) { condition in
        claims(event).contains { amount in
          condition.unit.map { $0 == amount.unit } ?? true
            && holds(amount.value, condition.relation, condition.value)
        }
      }
  }

  /// The amounts that stand for somebody: those with a metric, of events with actors.
  private func claims(_ event: Event) -> [Amount] {
    event.actors.isEmpty ? [] : event.amounts.filter { $0.metric != nil }
  }

  private func holds(
    _ left: ExactDecimal, _ relation: AmountCondition.Relation, _ right: ExactDecimal
  ) -> Bool {
    switch relation {
    case .over: left > right
    case .atLeast: left >= right
    case .under: left < right
    case .atMost: left <= right
    }
  }
}

extension ReferenceEvent {
  /// The first day that may be meant; what has none comes before all others.
  fileprivate var day: Int { told.date?.first?.number ?? .min }
}
