import EventLog
import EventModel

/// Reports, mentions, amendments, retractions, merges, splits, items and phases in any order that can
/// come about; the same for the same seed.
struct RandomHistory {
  var random: SplitMix64
  private var count = 0
  private var reports: [RecordID] = []
  private var events: [RecordID] = []
  private var items: [RecordID] = []

  init(seed: UInt64) { random = SplitMix64(state: seed) }

  mutating func next(_ count: Int) -> [NewRecord] { (0..<count).map { _ in next() } }

  private mutating func next() -> NewRecord {
    count += 1
    let id = RecordID.naming("random", "\(count)")
    switch Int.random(in: 0..<12, using: &random) {
    case 0:
      items.append(id)
      return NewRecord(id: id, change: .itemObserved(item()))
    case 1:
      guard let item = items.randomElement(using: &random) else { break }
      let revision = ItemRevision(item: item, current: self.item(), changed: ["title"])
      return NewRecord(id: id, change: .itemRevised(revision))
    case 2, 3:
      guard let event = events.randomElement(using: &random) else { break }
      reports.append(id)
      let mention = EventMention(of: event, report: report(), score: 0.5, reason: "alike")
      return NewRecord(id: id, change: .eventMentioned(mention))
    case 4:
      guard let report = reports.randomElement(using: &random) else { break }
      let amendment = EventAmendment(
        of: report, .whole(self.report().event), author: .coder("d"), reason: "better")
      return NewRecord(id: id, change: .eventAmended(amendment))
    case 5:
      guard reports.count > 5, let report = reports.randomElement(using: &random) else { break }
      return NewRecord(
        id: id,
        change: .eventRetracted(EventRetraction(of: report, author: .person, reason: "hoax")))
    case 6:
      guard let into = events.randomElement(using: &random),
        let other = events.randomElement(using: &random)
      else { break }
      return NewRecord(
        id: id,
        change: .eventsMerged(EventMerge(into: into, other: other, author: .person, reason: "same"))
      )
    case 7:
      guard let mention = reports.randomElement(using: &random) else { break }
      return NewRecord(
        id: id,
        change: .eventSplit(EventSplit(mention: mention, author: .person, reason: "another")))
    case 8:
      let boundary = PhaseBoundary(
        sequence: "s", phase: "p\(Int.random(in: 0..<3, using: &random))",
        date: PartialDate(year: 2000 + count), mention: Mention(source: "test"))
      return NewRecord(id: id, change: .phaseBegan(boundary))
    default: break
    }
    reports.append(id)
    events.append(id)
    return NewRecord(id: id, change: .eventReported(report()))
  }

  private mutating func report() -> Report {
    let actors = ["OpenAI", "SenseTime", "百度"].shuffled(using: &random).prefix(2)
    let value = ExactDecimal(Int.random(in: 1...999, using: &random))
    let event = Event(
      type: [.funding, .modelRelease, .personnel, .research].randomElement(using: &random)!,
      title: "事件 \(count)",
      date: PartialDate(CivilDay(number: 19_000 + Int.random(in: 0..<500, using: &random))),
      actors: actors.map { Actor($0) },
      amounts: [Amount(kind: .money, metric: "revenue", value: value, unit: "USD")],
      stance: Stance.allCases.randomElement(using: &random)!)
    return Report(event: event, mention: Mention(source: "test"))
  }

  private mutating func item() -> ItemObservation {
    ItemObservation(feed: "f", feedTitle: "F", key: "\(count)", title: "item \(count)")
  }
}

/// Steele, Lea and Flood, “Fast splittable pseudorandom number generators” (2014).
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
