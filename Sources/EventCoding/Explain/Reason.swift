package import EventModel

/// Why a type of event was coded, or was not.
package struct Reason: Hashable, Sendable {
  /// A piece of evidence.
  package struct Cue: Hashable, Sendable {
    /// The words found.
    package let words: String
    /// Offsets into the coded text, in Unicode scalars.
    package let span: Range<Int>
    package let points: Int
  }

  /// nil for what speaks against every type.
  package let type: EventType?
  package let score: Int
  package let isCoded: Bool
  /// One sentence that says what decided.
  package let verdict: String
  package let cues: [Cue]
}
