/// What many items show, by bucket: sparse rows one after the other.
struct FeatureRows {
  let bits: Int
  private(set) var starts = [0]
  private(set) var buckets: [Int32] = []
  private(set) var values: [Float] = []

  init(bits: Int) { self.bits = bits }

  var count: Int { starts.count - 1 }

  mutating func append(_ features: Features) {
    for feature in features.all {
      buckets.append(Int32(feature.bucket(bits)))
      values.append(features.worth(feature.kind))
    }
    starts.append(buckets.count)
  }
}
