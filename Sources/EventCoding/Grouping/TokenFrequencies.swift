#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// In how many headlines each token stands; what makes a shared word telling or not.
package struct TokenFrequencies: Sendable {
  private var counts: [UInt64: Int32] = [:]
  package private(set) var documents = 0

  package init() {}

  /// From counts kept elsewhere, such as the store.
  package init(counts: [UInt64: Int32], documents: Int) {
    self.counts = counts
    self.documents = documents
  }

  package mutating func add(_ sketch: EventSketch) {
    documents += 1
    for token in sketch.tokens { counts[token, default: 0] += 1 }
  }

  func count(_ token: UInt64) -> Int { Int(counts[token] ?? 0) }

  /// The inverse document frequency, smoothed so that a young log is not led by chance.
  func weight(_ token: UInt64) -> Double {
    let total = Double(max(documents, 1000))
    return log((total + 1) / (Double(count(token)) + 0.5)) / 10
  }
}
