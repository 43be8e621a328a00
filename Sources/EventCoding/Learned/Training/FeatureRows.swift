/// What many items show, by bucket: sparse rows one after the other. A row may end in a vector, each of
/// whose dimensions has a place of its own beside the buckets.
struct FeatureRows {
  let bits: Int
  /// How long a vector is; zero where there are none.
  let dimensions: Int
  private(set) var starts = [0]
  private(set) var buckets: [Int32] = []
  private(set) var values: [Float] = []
  /// Where the buckets that were met have their places, -1 for the others; nil where all have one.
  private var places: [Int32]?
  private var met = 0

  /// - Parameter areFew: whether only the buckets that are met have places, as is quicker for few rows.
  init(bits: Int, dimensions: Int = 0, areFew: Bool = false) {
    self.bits = bits
    self.dimensions = dimensions
    places = areFew ? [Int32](repeating: -1, count: 1 << bits) : nil
  }

  var count: Int { starts.count - 1 }
  /// How many weights a row can meet.
  var width: Int { (places == nil ? 1 << bits : met) + dimensions }
  /// The places of a vector's dimensions, which come behind all buckets; of few rows, before them.
  var vectorPlaces: Range<Int> { places == nil ? (1 << bits)..<width : 0..<dimensions }

  /// The place of a bucket; nil where no row has met it.
  func place(of bucket: Int) -> Int? {
    guard let places else { return bucket }
    return places[bucket] < 0 ? nil : Int(places[bucket])
  }

  private mutating func placeToMeet(_ bucket: Int) -> Int {
    if let place = place(of: bucket) { return place }
    let place = dimensions + met
    places![bucket] = Int32(place)
    met += 1
    return place
  }

  mutating func append(_ features: Features, vector: [Float] = []) {
    for feature in features.all {
      buckets.append(Int32(placeToMeet(feature.bucket(bits))))
      values.append(features.worth(feature.kind))
    }
    for (dimension, value) in vector.enumerated() {
      buckets.append(Int32(places == nil ? (1 << bits) + dimension : dimension))
      values.append(value)
    }
    starts.append(buckets.count)
  }
}
