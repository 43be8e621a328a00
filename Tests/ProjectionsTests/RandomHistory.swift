import EventLog
import EventModel
import JSONText
import TestSupport

/// Facts of every kind in any order that can come about, the same for the same seed: reports of few
/// days and sources, mentions, corrections by machines, books and people in both versions, retractions,
/// merges, splits, undoings and their undoings, and what this annals cannot know.
struct RandomHistory {
  typealias Fact = ReferenceModel.Fact

  var random: SplitMix64
  private var count = 0
  private var accounts: [RecordID] = []
  private var acts: [RecordID] = []
  private var items: [RecordID] = []
  private var forecasts: [RecordID] = []

  init(seed: UInt64) { random = SplitMix64(state: seed) }

  mutating func next(_ count: Int) -> [Fact] { (0..<count).map { _ in next() } }

  mutating func records(_ count: Int) -> [NewRecord] { next(count).map(NewRecord.init) }

  private mutating func next() -> Fact {
    count += 1
    let id = RecordID.naming("random", "\(count)")
    let (type, version, data) = change(id)
    // What a person corrected without naming an act can be undone by its own id.
    if type.hasPrefix("event"), data["act"] == nil, count % 4 == 0 { acts.append(id) }
    return Fact(id: id, type: type, version: version, data: data)
  }

  private mutating func change(_ id: RecordID) -> (String, Int, JSON) {
    switch Int.random(in: 0..<40, using: &random) {
    case 0...9:
      accounts.append(id)
      return ("event.reported", 1, with(act(1 / 8), told()))
    case 10...15:
      let event = known()
      accounts.append(id)
      return ("event.mentioned", 1, with([.init("of", event), .init("score", 1)], told()))
    case 16...18: return ("event.amended", 1, wholeByReason())
    case 19...20: return ("event.amended", 2, wholeByAuthor())
    case 21...23: return ("event.amended", 2, patch())
    case 24...25:
      return authored("event.retracted", [.init("of", known())])
    case 26...28:
      return authored("events.merged", [.init("into", known()), .init("other", known())])
    case 29...30: return authored("event.split", [.init("mention", known())])
    case 31...34 where !acts.isEmpty:
      let undone = acts.randomElement(using: &random)!
      let own = RecordID.naming("act", "\(count)")
      acts.append(own)
      return (
        "act.undone", 1,
        .object([.init("of", id: undone), .init("act", id: own), .init("reason", "a slip")])
      )
    case 35: return unknown()
    default: return beside(id)
    }
  }

  /// What a report tells: an event and its mention.
  private mutating func told() -> [JSON.Member] {
    [.init("event", event()), .init("mention", mention())]
  }

  private mutating func event() -> JSON {
    let date = Self.dates.randomElement(using: &random)!
    let actors = ["OpenAI", "SenseTime", "百度"].shuffled(using: &random)
      .prefix(Int.random(in: 0...2, using: &random))
    let polarity = Int.random(in: 0..<4, using: &random) == 0 ? "denied" : "asserted"
    var members: [JSON.Member] = [
      .init("type", .string(["funding", "metric", "forecast"].randomElement(using: &random)!)),
      .init("title", .string("事件 \(count)")), .init("actors", .strings(Array(actors))),
      .init("stance", .string(Self.stances.randomElement(using: &random)!)),
      .init("polarity", .string(polarity)),
    ]
    if let date { members.append(.init("date", .string(date))) }
    if Bool.random(using: &random) { members.append(.init("objects", .strings(["GPT"]))) }
    if Bool.random(using: &random) { members.append(.init("amounts", .array([amount()]))) }
    if Bool.random(using: &random) { members.append(.init("attribution", "somebody")) }
    return .object(members)
  }

  private mutating func amount() -> JSON {
    .object([
      "kind": "money", "metric": "revenue", "unit": "USD",
      "value": .string("\(Int.random(in: 1...9, using: &random))"),
    ])
  }

  private static let stances = ["official", "reported", "rumoured"]
  /// Some inside others, some as wide as others, some open, some none.
  private static let dates: [String?] = [
    nil, nil, "2023-05-01", "2023-05-31", "2023-05", "2023-05-15", "2023", "2023-Q2", "2023-04-15",
    "2023-05-10/2023-05-20", "2023-05-12/2023-05-16", "../2023-05", "2023-05/..", "2022-12",
  ]

  private mutating func mention() -> JSON {
    let published = ["2023-05-02", "2023-05", "2023-06-01", nil].randomElement(using: &random)!
    return .object([
      "source": .string(["Wire", "Courier", "book:b"].randomElement(using: &random)!),
      "url": .string("https://example.org/\(count)"), "published": published.map(JSON.string),
      "title": .string("headline \(count)"),
    ])
  }

  /// A whole event, in the first version's shape: by machines, books and people.
  private mutating func wholeByReason() -> JSON {
    let reasons = [
      "coded again with dictionary 12ab", "the book was corrected", "corrected by hand",
    ]
    let reason = JSON.string(reasons.randomElement(using: &random)!)
    return with(
      [.init("of", known()), .init("reason", reason)],
      Bool.random(using: &random) ? told() : [.init("event", event())])
  }

  private mutating func wholeByAuthor() -> JSON {
    let author = JSON.string(["coder:12ab", "book:b"].randomElement(using: &random)!)
    return with(
      [.init("of", known()), .init("author", author), .init("reason", "better")] + act(1 / 4),
      Bool.random(using: &random) ? told() : [.init("event", event())])
  }

  /// Some fields, set or emptied by a person.
  private mutating func patch() -> JSON {
    let optional = ["date", "objects", "amounts", "attribution"]
    let event = event()
    let keys = (event.members ?? []).map(\.key) + optional
    let fields = Set(keys.shuffled(using: &random).prefix(Int.random(in: 0...3, using: &random)))
    let members = fields.sorted().map { JSON.Member($0, event[$0] ?? .null) }
    let mention: [JSON.Member] =
      members.isEmpty || Int.random(in: 0..<4, using: &random) == 0
      ? [.init("mention", self.mention())] : []
    return with(
      [
        .init("of", known()), .init("fields", .object(members)), .init("author", "person"),
        .init("reason", "corrected by hand"),
      ] + act(3 / 4), mention)
  }

  /// A change of the first version, or of the second with its author and perhaps its act.
  private mutating func authored(_ type: String, _ members: [JSON.Member]) -> (String, Int, JSON) {
    guard Int.random(in: 0..<3, using: &random) > 0 else {
      return (type, 1, .object(members + [.init("reason", "corrected by hand")]))
    }
    let author = JSON.Member("author", "person")
    return (type, 2, .object(members + [author, .init("reason", "why")] + act(7 / 8)))
  }

  /// An account, rarely one that nobody told.
  private mutating func known() -> JSON {
    let stray = RecordID.naming("stray", "\(count % 2)")
    let isKnown = Int.random(in: 0..<20, using: &random) > 0
    return .string(
      (isKnown ? accounts.randomElement(using: &random) ?? stray : stray).description)
  }

  /// Part of a hand command: of the last one or of a new one.
  private mutating func act(_ probability: Double) -> [JSON.Member] {
    guard Double.random(in: 0..<1, using: &random) < probability else { return [] }
    if acts.isEmpty || Int.random(in: 0..<3, using: &random) > 0 {
      acts.append(.naming("act", "\(count)"))
    }
    return [.init("act", id: acts.last!)]
  }

  private func with(_ members: [JSON.Member], _ others: [JSON.Member]) -> JSON {
    .object(members + others)
  }

  /// What a newer annals wrote, or what is no event at all.
  private mutating func unknown() -> (String, Int, JSON) {
    switch Int.random(in: 0..<3, using: &random) {
    case 0: ("event.exploded", 1, .object([.init("of", known())]))
    case 1: ("event.retracted", 3, .object([.init("of", known()), .init("reason", "?")]))
    default:
      ("event.reported", 1, .object([.init("event", .object([])), .init("mention", mention())]))
    }
  }

  /// What the fold of events does not read.
  private mutating func beside(_ id: RecordID) -> (String, Int, JSON) {
    let source = JSON.object(["source": "test"])
    switch Int.random(in: 0..<7, using: &random) {
    case 0:
      items.append(id)
      return ("item.observed", 1, item())
    case 1:
      guard let item = items.randomElement(using: &random) else { break }
      let revision = JSON.object([
        .init("item", id: item), .init("current", self.item()),
        .init("changed", .strings(["title"])),
      ])
      return ("item.revised", 1, revision)
    case 2:
      return (
        "phase.began", 1,
        .object([
          "sequence": "s", "phase": .string("p\(count % 3)"), "date": .string("\(2000 + count)"),
          "mention": source,
        ])
      )
    case 3:
      forecasts.append(id)
      return (
        "forecast.issued", 1,
        .object([
          "title": .string("f\(count)"), "forecaster": "somebody", "asOf": "2023-01-01",
          "rule": .object(["judged": "words"]), "mention": source,
        ])
      )
    case 4:
      guard let forecast = forecasts.randomElement(using: &random) else { break }
      return (
        "forecast.annulled", 1, .object([.init("of", id: forecast), .init("reason", "unfair")])
      )
    case 5:
      let ends = [JSON.Member("from", known()), JSON.Member("to", known())]
      let rest = JSON.object(["stage": "confirms", "author": "person", "reason": "seen"])
      return ("events.linked", 1, with(ends + (rest.members ?? []), act(3 / 4)))
    default: break
    }
    return ("event.tagged", 1, .object([.init("of", known()), .init("tag", "later")]))
  }

  private mutating func item() -> JSON {
    .object([
      "feed": "f", "feedTitle": "F", "key": .string("\(count)"), "title": .string("item \(count)"),
    ])
  }
}

extension JSON.Member {
  fileprivate init(_ key: String, id: RecordID) { self.init(key, .string(id.description)) }
}

extension NewRecord {
  init(_ fact: ReferenceModel.Fact) {
    self.init(
      id: fact.id, type: RecordType(name: fact.type, version: fact.version),
      payload: fact.data.bytes)
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
