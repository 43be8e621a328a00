extension CodingDictionary {
  /// All terms in a text, in order; of a group the leftmost and longest, for metrics all.
  func hits(in text: FoldedText) -> [Hit] {
    var hits: [Hit] = []
    var coveredUntil = [Int](repeating: 0, count: Term.firstTypeSlot + types.entries.count)
    var coveredPoints = [Int16](repeating: .max, count: coveredUntil.count)
    var here: [(term: Int32, end: Int)] = []
    text.letters.withUnsafeBufferPointer { letters in
      for start in 0..<letters.count {
        let first = letters[start]
        if Letter.isSpace(first) || !text.isWordStart(start) { continue }
        here.removeAll(keepingCapacity: true)
        trie.matches(in: letters, at: start) { here.append(($0, $1)) }
        for (index, end) in here.reversed() {
          let term = terms[Int(index)]
          let slot = term.slot
          let isFree = coveredUntil[slot] <= start || term.points >= 6 && coveredPoints[slot] < 3
          guard isFree, term.isStem || text.isWordEnd(end) || isVersioned(term, text, end),
            fits(term, text, start), !isAmount(term, text, start..<end)
          else { continue }
          hits.append(Hit(term: term, range: start..<end))
          guard term.group != .metric else { continue }
          coveredUntil[slot] = max(coveredUntil[slot], end)
          coveredPoints[slot] = term.group == .trigger ? term.points : .max
        }
      }
    }
    return hits
  }
}

extension CodingDictionary {
  /// The actor that a hit of that group names.
  func actor(_ hit: Hit) -> ActorEntry { actors[Int(hit.term.value)] }

  /// The model or product that a hit of that group names.
  func object(_ hit: Hit) -> ObjectEntry { objects[Int(hit.term.value)] }

  /// The words of a term, as written in the dictionary.
  func phrase(of term: Term) -> String { String(letters: spellings[Int(term.place)]) }

  /// A model's name with its version glued to it, as in Qwen3.
  private func isVersioned(_ term: Term, _ text: FoldedText, _ end: Int) -> Bool {
    term.group == .object && Letter.isDigit(text.letter(end))
      && Letter.isLatin(text.letter(end - 1))
  }

  /// Whether what could be a name is but a number: 360亿美元.
  private func isAmount(_ term: Term, _ text: FoldedText, _ range: Range<Int>) -> Bool {
    term.group == .actor && Letter.isDigit(text.letter(range.lowerBound))
      && CodingDictionary.units.contains(text.letter(range.upperBound))
      && text.letters[range].allSatisfy(Letter.isDigit)
  }

  private static let units = Set("亿万千百元美度天年月日人家个台辆倍%.,".folded)

  private func fits(_ term: Term, _ text: FoldedText, _ start: Int) -> Bool {
    guard term.isExact else { return true }
    let spelling = spellings[Int(term.place)]
    return text.cased[start..<(start + spelling.count)].elementsEqual(spelling)
  }
}

extension Term {
  /// Triggers of different types do not hide each other; all else is by group.
  fileprivate var slot: Int {
    group == .trigger ? Term.firstTypeSlot + Int(value) : Int(group.rawValue)
  }

  fileprivate static let firstTypeSlot = 16
}
