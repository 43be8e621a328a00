import EventModel

/// How far the thing told has got.
struct PhaseFinder {
  let phase: String?

  init(_ passage: Passage, _ type: TypeEntry, _ stance: Stance) {
    let head = passage.text.letters[passage.head]
    phase =
      passage.context.dictionary.phaseWords[type.index].first {
        head.contains(subsequence: $0.word)
      }?.phase ?? (stance == .rumoured ? "rumoured" : nil)
  }
}
