import EventCoding
import EventModel
import JSONText

/// Two headlines, and what a reader made of them.
struct JudgedPair {
  let left: EventSketch
  let right: EventSketch
  let verdict: Verdict
  /// Pairs of one number share headlines, or the sources of both: they stand and fall together.
  let group: Int
  let weight: Double

  func fold(_ division: Int = 0) -> Int { Fold.of("\(group)", division: division) }

  enum Verdict: String {
    /// Of one event.
    case same = "y"
    /// The right one is a later stage of what the left one tells.
    case stage = "s"
    /// Of other events, be they related or not.
    case other = "n"
  }

  /// What it teaches about a question; nil where a rule answers it, or where it is neither.
  func row(_ question: PairQuestion) -> LogisticFit.Row? {
    guard question.isOpen(left, right), !question.neither.contains(verdict) else { return nil }
    return LogisticFit.Row(
      values: JoinEvidence(left, right).values, isTrue: verdict == question.verdict,
      weight: weight)
  }
}

/// What is asked of two headlines.
struct PairQuestion: Sendable {
  let verdict: JudgedPair.Verdict
  /// Whether no rule has answered it.
  let isOpen: @Sendable (EventSketch, EventSketch) -> Bool

  /// What is neither right nor wrong: of one event is asked first.
  let neither: Set<JudgedPair.Verdict>

  static let sameEvent = PairQuestion(
    verdict: .same, isOpen: { SameEvent.mayJoin($0, $1) }, neither: [])
  static let laterStage = PairQuestion(
    verdict: .stage, isOpen: { SameStory.mayFollow($0, $1) }, neither: [.same])
}

/// The pairs that readers have judged.
struct JudgedPairs {
  /// Of `pairs.jsonl`: headlines within four days of each other.
  private(set) var near: [JudgedPair] = []
  /// Of `Benchmarks/Joins/stages.tsv`: headlines of one actor up to five months apart, one of which speaks
  /// of what may yet come.
  private(set) var stages: [JudgedPair] = []

  init(_ coder: EventCoder) {
    let items = JudgedPairs.items()
    func sketch(_ id: String) -> EventSketch? {
      items[id].map { coder.sketch($0, coder.code($0)) }
    }
    let nearby = SharedLabels.lines("pairs").compactMap { pair in
      pair["id"]?.string.map { [$0 + "a", $0 + "b", pair["verdict"]?.string ?? ""] }
    }
    let named = nearby + SharedLabels.table("Benchmarks/Joins/stages.tsv")
    let groups = JudgedPairs.groups(named.map { $0[..<2].map { items[$0]?.title ?? $0 } })
    for (place, name) in named.enumerated() {
      guard let left = sketch(name[0]), let right = sketch(name[1]) else { continue }
      let pair = JudgedPair(
        left: left, right: right, verdict: .init(rawValue: name[2]) ?? .other,
        group: groups[place], weight: 1)
      if place < nearby.count { near.append(pair) } else { stages.append(pair) }
    }
  }

  /// Every headline that a pair may name: by its id, that of its pair and `a` or `b`, or the number of its
  /// group and its place there.
  static func items() -> [String: ItemText] {
    var items: [String: ItemText] = [:]
    for json in SharedLabels.lines("labelled") + SharedLabels.lines("train") {
      if let id = json["id"]?.string { items[id] = ItemText(headline: json) }
    }
    for pair in SharedLabels.lines("pairs") {
      for side in ["a", "b"] {
        items[(pair["id"]?.string ?? "") + side] = pair[side].flatMap(ItemText.init(headline:))
      }
    }
    for (number, group) in SharedLabels.lines("groups").enumerated() {
      for (mark, key) in [("-", "items"), ("r", "related_not_same")] {
        for (place, json) in (group[key]?.elements ?? []).enumerated() {
          items["g\(number)\(mark)\(place)"] = ItemText(headline: json)
        }
      }
    }
    return items
  }

  /// A number for each list of keys; lists that share a key have one.
  private static func groups(_ keys: [[String]]) -> [Int] {
    var sets = DisjointSets(count: keys.count)
    var first: [String: Int] = [:]
    for (place, names) in keys.enumerated() {
      for name in names { sets.join(place, to: first[name, default: place]) }
      for name in names where first[name] == nil { first[name] = place }
    }
    return sets.numbers()
  }
}

extension ItemText {
  /// A headline with its summary, where both a title and a day are given.
  init?(headline json: JSON) {
    guard let title = json["title"]?.string,
      let day = json["published"]?.string.flatMap({ CivilDay($0.prefix(10)) })
    else { return nil }
    self.init(
      title: title, summary: json["summary"]?.string ?? "", language: json["lang"]?.string,
      published: day, source: json["source"]?.string ?? "", url: json["url"]?.string)
  }
}
