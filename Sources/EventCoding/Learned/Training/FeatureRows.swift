/// What many items show, by bucket: sparse rows one after the other. A row may end in a vector, each of
/// whose dimensions has a place of its own behind the buckets.
struct FeatureRows {
  let bits: Int
  /// How long a vector is; zero where there are none.
  let dimensions: Int
  private(set) var starts = [0]
  private(set) var buckets: [Int32] = []
  private(set) var values: [Float] = []

  init(bits: Int, dimensions: Int = 0) {
    self.bits = bits
    self.dimensions = dimensions
  }

  var count: Int { starts.count - 1 }
  /// How many weights a row can meet.
  var width: Int { (1 << bits) + dimensions }

  mutating func append(_ features: Features, vector: [Float] = []) {
    for feature in features.all {
      buckets.append(Int32(feature.bucket(bits)))
      values.append(features.worth(feature.kind))
    }
    for (dimension, value) in vector.enumerated() {
      buckets.append(Int32((1 << bits) + dimension))
      values.append(value)
    }
    starts.append(buckets.count)
  }
}
