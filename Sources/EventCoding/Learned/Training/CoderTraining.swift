import EventModel
package import JSONText

/// Learns a coder from labelled items: fits it on all of them, and beside that on all but a fold of
/// sources at a time, to see what its chances are worth on sources it has not met.
package struct CoderTraining {
  private let items: [LabelledItem]
  private let dictionary: CodingDictionary
  private let groups: SourceGroups
  private let types: [EventType]
  private let features: [Features]
  private let headlines: [String]
  /// The row of each item as strangers' doings, where it names anybody.
  private let twins: [Int?]
  private let linear: LinearTraining
  private let encoder: TextEncoder?
  /// Of the items' headlines, where there is an encoder.
  private let vectors: StandardVectors?
  /// The same as they come, by headline.
  private let prepared: [String: [Float]]
  /// The fold of each item.
  package let fold: [Int]

  package static let folds = 5

  /// What an item counts where it is learned for the second time.
  private static let twinWeight: Float = 0.3

  /// What names an actor of the dictionary is learned twice, once as if nobody knew the name: so that
  /// a name that nobody knows does not count against an event.
  ///
  /// - Parameters:
  ///   - encoder: whose vectors of the headlines are learned from too.
  ///   - bits: how many buckets features share, as a power of two.
  package init(
    _ items: [LabelledItem], with coder: EventCoder, encoder: TextEncoder? = nil, bits: Int = 15
  ) {
    self.items = items
    self.encoder = encoder
    dictionary = coder.dictionary
    groups = SourceGroups(items)
    fold = items.indices.map(groups.fold)
    types = coder.dictionary.types.all
    let features = items.map { coder.features(of: $0.item) }
    self.features = features
    headlines = items.map { coder.headline(of: $0.item) }
    let encoded = encoder?.vectors(of: headlines) ?? []
    prepared = Dictionary(zip(headlines, encoded)) { first, _ in first }
    let vectors = encoded.isEmpty ? nil : StandardVectors(encoded)
    self.vectors = vectors
    var rows = FeatureRows(bits: bits, dimensions: vectors?.mean.count ?? 0)
    for (place, features) in features.enumerated() {
      rows.append(features, vector: vectors?.all[place] ?? [])
    }
    var targets = items.map { [types] in CoderTraining.targets($0, types) }
    twins = items.indices.map { place in
      guard let stranger = coder.featuresOfStrangers(in: items[place].item) else { return nil }
      rows.append(stranger, vector: vectors?.all[place] ?? [])
      targets.append(targets[place].map { $0 * CoderTraining.twinWeight })
      return rows.count - 1
    }
    let count = types.count + 2
    linear = LinearTraining(
      rows: rows, groups: [0..<count, count..<(count + Stance.allCases.count)],
      targets: targets)
  }

  /// Which group of sources each item belongs to.
  package var group: [Int] { groups.group }

  static func targets(_ item: LabelledItem, _ types: [EventType]) -> [Float] {
    let known = types.filter(item.types.contains)
    let share = Float(1) / Float(max(1, known.count))
    return [item.types.isEmpty && !item.isOffTopic ? 1 : 0]
      + types.map { known.contains($0) ? share : 0 } + [item.isOffTopic ? 1 : 0]
      + Stance.allCases.map { item.stance == $0 && !known.isEmpty ? 1 : 0 }
  }

  /// The model of all items, and how well those of the folds did on what they had not seen.
  package func trained() -> (model: CoderModel, report: JSON) {
    let (folds, all) = models()
    let coders = folds.map(coder)
    var score = CodingScore()
    for (item, fold) in zip(items, fold) {
      score.add(coders[fold].code(item.item).events, to: item)
    }
    let report = JSON.object([
      "items": .number(Int64(items.count)), "sources": .number(Int64(Set(group).count)),
      "types": .number(rounded(score.micro.f1)), "events": .number(rounded(score.events.f1)),
      "eventPrecision": .number(rounded(score.events.precision)),
      "eventRecall": .number(rounded(score.events.recall)),
      "stance": .number(rounded(score.stanceAccuracy)),
    ])
    return (all, report)
  }

  /// A coder by a model of some of the items, which has the vectors of all at hand.
  package func coder(_ model: CoderModel) -> EventCoder {
    EventCoder(dictionary, model: model, encoder: encoder, vectors: prepared)
  }

  private func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }

  /// A model for each fold, fitted on the others, and calibrated on them by models that had not seen
  /// them; last the model of all.
  package func models() -> (folds: [CoderModel], all: CoderModel) {
    let fitted = (0..<CoderTraining.folds).map { out in
      fit(items.indices.filter { fold[$0] != out })
    }
    let verdicts = items.indices.map { place in
      fitted[fold[place]].odds(features[place], vector: prepared[headlines[place]])
    }
    func calibrated(_ model: CoderModel, _ places: [Int]) -> CoderModel {
      var model = model
      model.event = Calibration(places.map { (verdicts[$0].event, !items[$0].types.isEmpty) })
      model.scope = Calibration(
        places.filter { !items[$0].types.isEmpty || items[$0].isOffTopic }.map {
          (verdicts[$0].scope, !items[$0].isOffTopic)
        })
      model.type = Calibration(
        places.filter { !items[$0].types.isEmpty }.map {
          (verdicts[$0].type, items[$0].types.contains(types[verdicts[$0].ranked[0]]))
        })
      return model
    }
    return (
      fitted.enumerated().map { out, model in
        calibrated(model, items.indices.filter { fold[$0] != out })
      },
      calibrated(
        fit(Array(items.indices)), Array(items.indices))
    )
  }

  private func fit(_ places: [Int]) -> CoderModel {
    let (buckets, weights) = linear.fit(places + places.compactMap { twins[$0] })
    var model = CoderModel(linear: buckets, types: types)
    if let encoder, let vectors {
      model.dense = DenseWeights(
        encoder: encoder.name, mean: vectors.mean, weights: vectors.unscaled(weights))
    }
    return model
  }
}
