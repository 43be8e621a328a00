import EventModel

/// Sketches, found by the tokens they share. They are numbered from 0 in the order in which they are added.
package struct SketchIndex: Sendable {
  private var tokens = TokenIndex()
  private var count: Int32 = 0

  package init() {}

  package mutating func add(_ sketch: EventSketch) {
    tokens.add(sketch.tellingTokens, of: count)
    count += 1
  }

  /// The numbers of all that share a telling token, in order: lists of the others are long.
  package func candidates(for sketch: EventSketch) -> [Int] {
    var found: [Int32] = []
    tokens.forEach(having: sketch.tellingTokens) { found.append($0) }
    return found.distinct()
  }
}

/// Sketches, found by their days and the tokens they share. They are numbered from 0 in the order in which
/// they are added.
package struct SketchDays: Sendable {
  /// How many days share an index: in proportion to how many are looked through at once.
  private let width: Int
  private var indexes: [Int: TokenIndex] = [:]
  private var undated = TokenIndex()
  /// The day of each.
  private var days: [Int32] = []

  package init(width: Int) { self.width = width }

  package mutating func add(_ sketch: EventSketch) {
    let (number, day) = (Int32(days.count), sketch.day?.number)
    days.append(Int32(clamping: day ?? 0))
    if let day {
      indexes[place(of: day), default: TokenIndex()].add(sketch.tellingTokens, of: number)
    } else {
      undated.add(sketch.tellingTokens, of: number)
    }
  }

  /// The numbers of those that share a telling token and are of these days, or of a day that is not known;
  /// in order.
  ///
  /// - Parameter wanted: nil for any.
  package func candidates(for sketch: EventSketch, in wanted: ClosedRange<Int>?) -> [Int] {
    let tokens = sketch.tellingTokens
    var found: [Int32] = []
    undated.forEach(having: tokens) { found.append($0) }
    if let wanted {
      for place in place(of: wanted.lowerBound)...place(of: wanted.upperBound) {
        indexes[place]?.forEach(having: tokens) { number in
          if wanted.contains(Int(days[Int(number)])) { found.append(number) }
        }
      }
    } else {
      for index in indexes.values { index.forEach(having: tokens) { found.append($0) } }
    }
    return found.distinct()
  }

  private func place(of day: Int) -> Int { (day - (day % width + width) % width) / width }
}

/// Which numbers have which tokens.
private struct TokenIndex {
  /// Where the list of those that have a token ends.
  private var ends: [UInt32: Int32] = [:]
  /// A number that has a token, and where the one before it in the token's list stands; -1 for none.
  private var postings: [(number: Int32, before: Int32)] = []

  mutating func add(_ tokens: [UInt32], of number: Int32) {
    for token in tokens {
      let before = ends.updateValue(Int32(postings.count), forKey: token)
      postings.append((number, before ?? -1))
    }
  }

  /// Hands on the numbers of those that have one of the tokens, once for each.
  func forEach(having tokens: [UInt32], _ body: (Int32) -> Void) {
    for token in tokens {
      var place = ends[token] ?? -1
      while place >= 0 {
        body(postings[Int(place)].number)
        place = postings[Int(place)].before
      }
    }
  }
}

extension [Int32] {
  /// Each once, in order.
  fileprivate func distinct() -> [Int] {
    var distinct: [Int] = []
    for number in sorted() where distinct.last != Int(number) { distinct.append(Int(number)) }
    return distinct
  }
}
