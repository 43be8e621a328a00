#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Vectors of many headlines, each dimension about its mean and by its spread, so that one penalty suits
/// them beside hashed features.
struct StandardVectors {
  let mean: [Float]
  /// What a unit of each dimension is worth.
  private let scale: [Float]
  let all: [[Float]]

  /// What a dimension that is off by its spread counts, beside a headline whose words count 1 together:
  /// tried from .02 to .1 by folds over sources.
  private static let worth: Float = 0.06

  /// - Parameter vectors: not none, and all of one length.
  init(_ vectors: [[Float]]) {
    let (count, dimensions) = (Float(vectors.count), vectors[0].indices)
    let mean = dimensions.map { dimension in
      vectors.reduce(Float(0)) { $0 + $1[dimension] } / count
    }
    let scale = dimensions.map { dimension in
      let spread = vectors.reduce(Float(0)) { sum, vector in
        sum + (vector[dimension] - mean[dimension]) * (vector[dimension] - mean[dimension])
      }
      return StandardVectors.worth / max(1e-6, sqrtf(spread / count))
    }
    all = vectors.map { vector in
      dimensions.map { (vector[$0] - mean[$0]) * scale[$0] }
    }
    (self.mean, self.scale) = (mean, scale)
  }

  /// Weights of these as weights of the vectors as they come, dimension by dimension.
  func unscaled(_ weights: [Float]) -> [Float] {
    let outputs = weights.count / max(1, scale.count)
    return weights.indices.map { weights[$0] * scale[$0 / outputs] }
  }
}
