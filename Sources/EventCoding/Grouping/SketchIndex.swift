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
