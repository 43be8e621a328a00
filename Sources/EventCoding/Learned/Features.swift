/// What a passage gives a learned model to go by: hashed names of what is found in it, by kind.
struct Features {
  enum Kind: UInt8, CaseIterable {
    /// Words of the headline, and pairs and triples of them.
    case words
    /// The same with names and amounts as what they are: `COMPANY raises MONEY`.
    case shape
    /// Words of the summary.
    case summary
    /// What the dictionaries and scanners find.
    case evidence
  }

  struct Feature {
    let hash: UInt64
    let kind: Kind

    /// Which of 2^bits buckets it falls into.
    @inline(__always)
    func bucket(_ bits: Int) -> Int { Int(truncatingIfNeeded: hash >> UInt64(64 - bits)) }
  }

  private(set) var all: [Feature] = []
  private(set) var counts = [Int](repeating: 0, count: Kind.allCases.count)
  /// What each stands for, where reasons are asked for.
  private(set) var names: [(name: String, span: Range<Int>)]?
  /// Where what is added next stands, for its name.
  var span = 0..<0

  init(naming: Bool = false) {
    names = naming ? [] : nil
    all.reserveCapacity(400)
  }

  mutating func add(_ kind: Kind, _ hash: UInt64, _ name: @autoclosure () -> String) {
    all.append(Feature(hash: Features.finished(hash, kind), kind: kind))
    counts[Int(kind.rawValue)] += 1
    names?.append((name(), span))
  }

  mutating func add(_ kind: Kind, _ name: StaticString) {
    add(kind, Features.hash(name), "\(name)")
  }

  mutating func add(_ kind: Kind, _ name: StaticString, _ number: Int) {
    add(
      kind, Features.step(Features.hash(name), UInt64(truncatingIfNeeded: number)),
      "\(name) \(number)")
  }

  mutating func add(_ kind: Kind, _ name: StaticString, _ word: String) {
    add(
      kind, word.utf8.reduce(Features.hash(name)) { Features.step($0, UInt64($1)) },
      "\(name) \(word)")
  }

  /// What one feature of a kind counts: words share a weight that a long text does not outgrow.
  func worth(_ kind: Kind) -> Float {
    let count = Float(counts[Int(kind.rawValue)])
    switch kind {
    case .words, .shape: return count == 0 ? 0 : 1 / count.squareRoot()
    case .summary: return count == 0 ? 0 : 0.7 / count.squareRoot()
    case .evidence: return 0.2
    }
  }

  /// FNV-1a, a step for each letter.
  static let start: UInt64 = 0xcbf2_9ce4_8422_2325

  @inline(__always)
  static func step(_ hash: UInt64, _ next: UInt64) -> UInt64 { (hash ^ next) &* 0x100_0000_01b3 }

  static func hash(_ name: StaticString) -> UInt64 {
    var hash = start
    for place in 0..<name.utf8CodeUnitCount { hash = step(hash, UInt64(name.utf8Start[place])) }
    return hash
  }

  /// Spreads a hash over all bits (the finish of SplitMix64).
  private static func finished(_ hash: UInt64, _ kind: Kind) -> UInt64 {
    var mixed = hash &+ UInt64(kind.rawValue) &* 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
