import EventModel

/// All that a learned model is told of a passage.
struct PassageFeatures {
  private(set) var features: Features
  private let passage: Passage
  private let choice: TypeChoice
  /// A name that nobody knows, which leads the headline.
  private let stranger: Range<Int>?

  /// - Parameter choice: what the dictionary makes of the passage, its types chosen.
  init(_ passage: Passage, _ choice: TypeChoice, told: [TypeEntry], naming: Bool = false) {
    self.passage = passage
    self.choice = choice
    stranger = passage.strangerInLead
    features = Features(naming: naming)
    var words = WordFeatures(passage.text, passage.head)
    words.add(.words, to: &features)
    words.addShapes(spans, to: &features)
    let summary = passage.body.prefix(200)
    WordFeatures(passage.text, summary).add(.summary, to: &features)
    features.span = passage.head
    addScores(told)
    addCues()
    addNames()
    addQuantities()
    addForm()
  }

  private var dictionary: CodingDictionary { passage.context.dictionary }

  private var spans: [(range: Range<Int>, symbol: UInt64)] {
    var spans: [(range: Range<Int>, symbol: UInt64)] = []
    for hit in passage.headHits {
      if hit.term.group == .actor { spans.append((hit.range, symbol(ofActor: hit))) }
      if hit.term.group == .object {
        spans.append((hit.range, dictionary.object(hit).isModel ? 1 : 2))
      }
    }
    for quantity in passage.quantities where passage.isInHead(quantity.span) {
      spans.append((quantity.span, 16 + UInt64(PassageFeatures.number(of: quantity.kind))))
    }
    if let stranger { spans.append((stranger, 3)) }
    return spans.sorted {
      ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound)
    }
  }

  private func symbol(ofActor hit: Hit) -> UInt64 {
    switch dictionary.actor(hit).kind {
    case "government": 4
    case "person": 5
    case "investor": 6
    case "academia", "nonprofit", "analyst": 7
    default: 8
    }
  }

  private static func number(of kind: Quantity.Kind) -> Int {
    Quantity.Kind.allCases.firstIndex(of: kind) ?? 0
  }

  /// How much speaks for each type, in steps.
  private mutating func addScores(_ told: [TypeEntry]) {
    for (place, entry) in told.enumerated() {
      features.add(.evidence, place == 0 ? "told" : "told beside", entry.type.rawValue)
    }
    if told.isEmpty { features.add(.evidence, "told", "none") }
    if let first = told.first {
      features.add(.evidence, "stance told", StanceFinder(passage, first).stance.rawValue)
    }
    let scores = choice.scores
    var best = 0
    let types = choice.types
    for (type, points) in scores.points.enumerated() {
      best = max(best, points)
      for step in PassageFeatures.steps where points >= step {
        features.add(
          .evidence, Features.step(Features.hash("points"), UInt64(type * 100 + step)),
          "\(types.entries[type].type.rawValue) ≥ \(step)")
      }
      if points < 0 { features.add(.evidence, "denied", type) }
      if scores.decisive[type] { features.add(.evidence, "decisive", type) }
      if scores.isFirm[type] { features.add(.evidence, "firm", type) }
    }
    if choice.prior != nil { features.add(.evidence, "prior") }
    for step in PassageFeatures.steps {
      if best - scores.none >= step { features.add(.evidence, "best ≥", step) }
      if scores.none >= step { features.add(.evidence, "against ≥", step) }
    }
  }

  private static let steps = [1, 3, 5, 7, 10, 14]

  /// Which phrases of the dictionary the headline has.
  private mutating func addCues() {
    let dictionary = dictionary
    for hit in passage.hits {
      let isHead = passage.isInHead(hit.range)
      switch hit.term.group {
      case .trigger, .none, .metric:
        guard isHead else { continue }
        features.add(
          .evidence,
          dictionary.spellings[Int(hit.term.place)].reduce(Features.hash("cue")) {
            Features.step($0, UInt64($1))
          }, "“\(dictionary.phrase(of: hit.term))”")
      case .actor, .object: continue
      default:
        features.add(.evidence, isHead ? "stance" : "stance beside", Int(hit.term.group.rawValue))
      }
    }
  }

  /// Who and what the headline names.
  private mutating func addNames() {
    let dictionary = dictionary
    var (actors, models, products) = (0, 0, 0)
    for hit in passage.headHits {
      switch hit.term.group {
      case .actor:
        features.add(.evidence, actors == 0 ? "first actor" : "actor", dictionary.actor(hit).kind)
        actors += 1
      case .object where dictionary.object(hit).isModel: models += 1
      case .object: products += 1
      default: continue
      }
    }
    features.add(.evidence, "actors", min(3, actors))
    features.add(.evidence, "models", min(2, models))
    features.add(.evidence, "products", min(2, products))
    if stranger != nil { features.add(.evidence, "stranger leads") }
    if actors + models + products == 0 {
      features.add(
        .evidence,
        passage.hits.contains { [.actor, .object].contains($0.term.group) }
          ? "named below" : "nobody named")
    }
  }

  private mutating func addQuantities() {
    for quantity in passage.quantities {
      let isHead = passage.isInHead(quantity.span)
      guard isHead else { continue }
      features.add(.evidence, "quantity", PassageFeatures.number(of: quantity.kind))
      if let unit = quantity.unit { features.add(.evidence, "unit", unit) }
      if quantity.direction != nil { features.add(.evidence, "change") }
    }
  }

  /// How the headline is made, and where it stands.
  private mutating func addForm() {
    let (context, headline) = (passage.context, passage.headline)
    let length = headline.isChinese ? passage.head.count * 3 : passage.head.count
    for step in [10, 20, 30, 45, 60, 80, 110, 150] where length >= step {
      features.add(.evidence, "length ≥", step)
    }
    features.add(.evidence, headline.isChinese ? "Chinese" : "English")
    if headline.isTitleCase { features.add(.evidence, "title case") }
    if headline.versioned != nil { features.add(.evidence, "versioned") }
    if passage.body.isEmpty { features.add(.evidence, "no summary") }
    if context.owner != nil { features.add(.evidence, "official") }
    if context.isHost { features.add(.evidence, "host") }
    if context.isResearch { features.add(.evidence, "research") }
    if let kind = context.noneKind { features.add(.evidence, "digest", kind) }
  }
}
