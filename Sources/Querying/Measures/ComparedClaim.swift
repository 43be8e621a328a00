import EventModel
import Projections

/// What one source or several claim in the same words: a row of a comparison.
struct ComparedClaim {
  /// The actor's name in the answer.
  let actor: String
  /// The firmest of them, of equally firm ones the first that says whose word it is.
  let head: Claim
  /// All of them, in the order of the answer.
  let claims: [Claim]
  /// The days of the fiscal year, half or quarter that the source names.
  let fiscal: PartialDate?
  /// Into the currency asked for; nil where it is in it, or cannot be brought into it.
  var conversion: Conversion?
  /// What the same was said to be, officially and as a fact, before it was stated anew.
  var restates: Amount?
  /// Whether a later stage of its story has taken its place, as what confirms a rumour does.
  var isOvertaken = false

  /// - Parameter claims: what is claimed in the same words; not empty.
  init(_ claims: [Claim], by actor: String, _ fiscalYears: FiscalYears) {
    self.actor = actor
    self.claims = claims
    let head = claims.min { ($0.firmness, $0.hearsay) < ($1.firmness, $1.hearsay) }!
    self.head = head
    fiscal =
      head.saysFiscal
      ? head.amount.period.flatMap { fiscalYears.days(of: $0, for: actor) } : nil
  }

  /// The time that it is about.
  var time: PartialDate? { fiscal ?? claims.lazy.compactMap(\.period).first }

  /// Said before it could be known: of a time that had not begun, of a flow over a time that had not
  /// ended, or as a forecast.
  var isGuidance: Bool {
    if head.isOfForecast { return true }
    guard let told = head.told, let time, let first = time.first else { return false }
    if first > told { return true }
    guard head.isFlow, head.amount.period != nil, let last = time.last else { return false }
    return last > told
  }

  /// In the currency asked for, where it can be brought into it.
  var amount: Amount { conversion?.applied(to: head.amount) ?? head.amount }

  /// When it was told first.
  var told: CivilDay? { claims.compactMap(\.told).min() }

  /// The year whose exchange rates go with it: that in which its time lies for the most part, else that in
  /// which it was told.
  var year: Int? { time?.middle?.year ?? told?.year }

  /// Before which others it is to be preferred: the least first.
  var rank: [Int] {
    [
      isOvertaken ? 1 : 0, isFiscal ? 1 : 0, head.isExact ? 0 : 1, head.firmness,
      isGuidance ? 1 : 0, conversion == nil ? 0 : 1, -(told?.number ?? .min / 2),
      -Int(head.account.position),
    ]
  }

  /// Whether its time is a fiscal year or quarter, which is no calendar one.
  var isFiscal: Bool {
    guard fiscal == nil else { return true }
    guard let time, let days = time.days, let middle = time.middle else { return false }
    return ComparisonInterval.allCases.contains {
      $0.lengths.contains(days) && $0.containing(middle).first != time.first
    }
  }
}

extension ComparedClaim {
  /// Claims that say the same of the same actor in one row, in the order of the first of each.
  ///
  /// - Parameter name: the name under which an actor stands in the answer.
  static func rows(
    _ claims: [Claim], named name: (String) -> String, _ fiscalYears: FiscalYears,
    isMerging: Bool
  ) -> [ComparedClaim] {
    let dates = Dictionary(
      claims.filter { $0.amount.period == nil }.compactMap { claim in
        claim.period.map { (claim.event, $0.text) }
      }, uniquingKeysWith: { first, _ in first })
    var order: [Saying] = []
    var rows: [Saying: [Claim]] = [:]
    for (place, claim) in claims.enumerated() {
      let saying = Saying(
        actor: name(claim.actor), amount: claim.amount.unplaced, isDenied: claim.isDenied,
        time: claim.amount.period?.text ?? dates[claim.event] ?? claim.event.description,
        isFiscal: claim.saysFiscal, place: isMerging ? nil : place)
      if rows[saying] == nil { order.append(saying) }
      rows[saying, default: []].append(claim)
    }
    return order.map { ComparedClaim(rows[$0]!, by: $0.actor, fiscalYears) }
  }

  /// What is equal where claims say the same.
  private struct Saying: Hashable {
    let actor: String
    let amount: Amount
    let isDenied: Bool
    /// What it is about, else the day of its event, else the event.
    let time: String
    let isFiscal: Bool
    /// Tells claims apart that are not to be merged.
    let place: Int?
  }
}

/// What claims are about that may contradict each other.
struct ClaimSubject: Hashable {
  private let actor: String
  private let unit: String
  private let time: String

  init(_ claim: ComparedClaim, _ unit: String) {
    actor = claim.actor
    self.unit = unit
    time = claim.time?.text ?? claim.head.event.description
  }
}

extension [ComparedClaim] {
  /// Notes what was stated officially and exactly of the same actor and time before, and otherwise.
  mutating func noteRestated() {
    let facts = indices.filter { self[$0].isOfficialFact }
    let groups = Dictionary(grouping: facts) { ClaimSubject(self[$0], self[$0].head.amount.unit) }
    for places in groups.values {
      let inTime = places.sorted { (self[$0].told!, $0) < (self[$1].told!, $1) }
      for (former, later) in zip(inTime, inTime.dropFirst())
      where self[former].told! < self[later].told!
        && !self[former].head.amount.agrees(with: self[later].head.amount)
      {
        self[later].restates = self[former].head.amount
      }
    }
  }
}

extension ComparedClaim {
  fileprivate var isOfficialFact: Bool {
    head.firmness == 0 && head.isExact && !isGuidance && !head.isDenied
      && head.amount.direction == nil && head.isFlow && time != nil && told != nil
  }
}

extension Amount {
  /// Without where it stands in its text.
  fileprivate var unplaced: Amount {
    var amount = self
    amount.span = nil
    return amount
  }
}

extension PartialDate {
  /// How many days it has; nil where an end is open.
  var days: Int? { first.flatMap { start in last.map { $0.number - start.number + 1 } } }

  /// The day in its middle; nil where an end is open.
  var middle: CivilDay? { first.flatMap { start in days.map { start.advanced(by: $0 / 2) } } }
}
