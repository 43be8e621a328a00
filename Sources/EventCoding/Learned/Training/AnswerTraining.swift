import EventModel

/// Learns from the answers of one person what they add to a coder: weights of their own over those that it
/// has, drawn towards nothing, so that few answers move it little and many as far as they agree (a
/// Gaussian prior about the background model; Chelba and Acero 2006). The same answers give the same
/// bytes.
package struct AnswerTraining {
  private let model: CoderModel
  private let linear: LinearTraining

  /// What an answer counts beside a unit of the prior, and how strongly the biases are held: tried by
  /// `make bench ONLY=review`.
  package static let worth: Float = 3
  package static let biasPenalty: Float = 1
  /// What a unit of a dimension of the headline's vector counts, whose spread is about a twentieth.
  private static let unit: Float = 1.2

  /// - Parameters:
  ///   - coder: has learned something, and from nobody's answers or from those of before, which are
  ///     forgotten.
  ///   - items: what the answers say of them.
  package init?(_ coder: EventCoder, _ items: [LabelledItem]) {
    guard var model = coder.model, !items.isEmpty else { return nil }
    model.own = nil
    self.model = model
    let coder = coder.prepared(for: items.map(\.item))
    let mean = model.dense?.mean ?? []
    var rows = FeatureRows(bits: model.linear.bits, dimensions: mean.count, areFew: true)
    var offsets: [[Float]] = []
    for labelled in items {
      let features = coder.features(of: labelled.item)
      let vector = mean.isEmpty ? nil : coder.vector(of: labelled.item)
      rows.append(
        features, vector: zip(vector ?? [], mean).map { ($0 - $1) * AnswerTraining.unit })
      offsets.append(model.odds(features, vector: vector).scores)
    }
    let count = model.judgements
    linear = LinearTraining(
      rows: rows, groups: [0..<count, count..<(count + Stance.allCases.count)],
      targets: items.map { [types = model.types] item in
        CoderTraining.targets(item, types).map { $0 * AnswerTraining.worth }
      }, offsets: offsets, biasPenalty: AnswerTraining.biasPenalty)
  }

  /// The model with what some of the answers add, or all.
  package func trained(on places: [Int]? = nil) -> CoderModel {
    var model = model
    let (buckets, vector) = linear.fit(places ?? Array(linear.targets.indices))
    model.own = buckets
    if let dense = model.dense {
      model.dense = DenseWeights(
        encoder: dense.encoder, mean: dense.mean,
        weights: zip(dense.weights, vector).map { $0 + $1 * AnswerTraining.unit })
    }
    return model
  }
}
