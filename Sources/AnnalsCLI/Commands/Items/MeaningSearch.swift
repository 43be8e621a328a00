import EventCoding
import EventLog
import EventModel
import Projections
import Querying
import SideTables

/// Items by what their headlines mean, in whatever words and language.
///
/// What comes near by its vector is ranked again by what the dictionary knows of both: a sentence encoder is
/// unsure of a word or two.
struct MeaningSearch {
  let encoder: TextEncoder
  let dictionary: CodingDictionary
  let surroundings: Surroundings

  /// So many of the newest items are compared.
  private static let most = 100_000
  private static let batch = 64
  /// So many of the nearest are ranked again, each higher for what it shares with the words.
  private static let candidates = 1000
  private static let worth = 0.05
  /// A vector has the length 1; its numbers are kept in 127ths.
  private static let scale: Float = 127

  /// The items whose headlines mean the most alike, by their numbers, the likest first.
  ///
  /// Headlines that no vector is kept of are encoded, some fifty a second, and kept where the store can be
  /// written.
  func nearest(
    to text: String, in store: Store, at path: String, limit: Int, _ line: ProgressLine
  ) throws -> [(item: Int64, likeness: Double)] {
    let items = try store.ask { try $0.items(ItemFilter(), limit: MeaningSearch.most) }
    var vectors = try store.read { try VectorTable($0).all(of: encoder.name) }
    let missing = items.filter { vectors[$0.state] == nil }
    try line.during {
      for start in stride(from: 0, to: missing.count, by: MeaningSearch.batch) {
        let batch = missing[start..<min(start + MeaningSearch.batch, missing.count)]
        let new = try encoded(Array(batch), in: store)
        vectors.merge(new) { $1 }
        keep(new, in: path)
        try line.report(start + batch.count, of: missing.count)
      }
    }
    let wanted = encoder.vectors(of: [text])[0]
    let near = items.compactMap { item in
      vectors[item.state].map { (item: item, likeness: MeaningSearch.likeness(wanted, $0)) }
    }.sorted { $0.likeness > $1.likeness }.prefix(MeaningSearch.candidates)
    let concepts = dictionary.concepts(in: text)
    let titles = try titles(of: near.map(\.item), in: store)
    return zip(near, titles).map { found, title in
      let shared = concepts.intersection(dictionary.concepts(in: title)).count
      return (found.item.item, found.likeness + Double(min(shared, 2)) * MeaningSearch.worth)
    }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.prefix(limit).map(\.self)
  }

  private func titles(of items: [StoredItem], in store: Store) throws -> [String] {
    try store.ask { snapshot in
      try items.map { item in
        let told = try snapshot.observation(of: item)?.item
        return told.map { $0.title.isEmpty ? $0.summary : $0.title } ?? ""
      }
    }
  }

  private func encoded(_ items: [StoredItem], in store: Store) throws -> [Int64: [Int8]] {
    let titles = try titles(of: items, in: store)
    let vectors = encoder.vectors(of: titles, isSought: true).map { vector in
      vector.map { Int8(clamping: Int(($0 * MeaningSearch.scale).rounded())) }
    }
    return Dictionary(zip(items.map(\.state), vectors)) { one, _ in one }
  }

  /// Looking does not fail where nothing can be kept.
  private func keep(_ vectors: [Int64: [Int8]], in path: String) {
    guard let store = try? Store(opening: path, for: .writing, patience: 1) else { return }
    try? store.write { transaction in
      try SideSchema.prepare(transaction)
      try VectorTable(transaction).note(vectors, of: encoder.name)
    }
  }

  /// The cosine of the angle between two.
  private static func likeness(_ one: [Float], _ other: [Int8]) -> Double {
    var (product, square): (Float, Float) = (0, 0)
    for (left, right) in zip(one, other) {
      product += left * Float(right)
      square += Float(right) * Float(right)
    }
    return square == 0 ? 0 : Double(product / square.squareRoot())
  }
}
