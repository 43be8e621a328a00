/// Phrases by their letters, for finding all that begin at an offset.
///
/// Latin phrases can begin only where a word begins, and most walks end after one or two letters;
/// so a plain trie walked from each start does the work of an Aho–Corasick automaton without the
/// time its failure links cost to build, and finds the longest match first-hand.
struct PhraseTrie: Sendable {
  /// The first node for each first letter; 0 where no phrase begins so.
  private var roots = [Int32](repeating: 0, count: 65_536)
  private var letter: [UInt16] = [0]
  private var firstChild: [Int32] = [0]
  private var nextSibling: [Int32] = [0]
  /// The head of the list of terms that end here; -1 for none.
  private var terms: [Int32] = [-1]
  private var entries: [(term: Int32, next: Int32)] = []

  /// Adds a phrase of at least one letter that stands for `term`.
  mutating func insert(_ phrase: [UInt16], term: Int32) {
    guard let first = phrase.first else { return }
    if roots[Int(first)] == 0 { roots[Int(first)] = append(first) }
    var node = roots[Int(first)]
    for next in phrase.dropFirst() { node = child(of: node, next) ?? extend(node, by: next) }
    entries.append((term, terms[Int(node)]))
    terms[Int(node)] = Int32(entries.count - 1)
  }

  /// Calls `found` with each term whose phrase begins at `start` and with its end, short to long.
  @inline(__always)
  func matches(
    in letters: UnsafeBufferPointer<UInt16>, at start: Int, found: (Int32, Int) -> Void
  ) {
    var node = roots[Int(letters[start])]
    var offset = start
    while node != 0 {
      offset += 1
      var entry = terms[Int(node)]
      while entry >= 0 {
        found(entries[Int(entry)].term, offset)
        entry = entries[Int(entry)].next
      }
      guard offset < letters.count else { return }
      node = child(of: node, letters[offset]) ?? 0
    }
  }

  private func child(of node: Int32, _ wanted: UInt16) -> Int32? {
    var candidate = firstChild[Int(node)]
    while candidate != 0 {
      if letter[Int(candidate)] == wanted { return candidate }
      candidate = nextSibling[Int(candidate)]
    }
    return nil
  }

  private mutating func extend(_ node: Int32, by next: UInt16) -> Int32 {
    let new = append(next)
    nextSibling[Int(new)] = firstChild[Int(node)]
    firstChild[Int(node)] = new
    return new
  }

  private mutating func append(_ new: UInt16) -> Int32 {
    letter.append(new)
    firstChild.append(0)
    nextSibling.append(0)
    terms.append(-1)
    return Int32(letter.count - 1)
  }
}
