import EventModel

/// How far the thing told has got.
struct PhaseFinder {
  let phase: String?

  init(_ passage: Passage, _ type: TypeEntry, _ stance: Stance) {
    let head = passage.text.letters[passage.head]
    func first(_ words: [PhaseWord]) -> String? {
      words.first { head.contains(subsequence: $0.word) }?.phase
    }
    let dictionary = passage.context.dictionary
    phase =
      first(dictionary.phaseWords[type.index])
      ?? (stance == .rumoured ? "rumoured" : first(dictionary.phaseWordsOfAll))
  }
}
