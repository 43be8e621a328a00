public import EventModel

/// Why a type of event was coded, or was not.
public struct Reason: Hashable, Sendable {
  /// A piece of evidence.
  public struct Cue: Hashable, Sendable {
    /// The words found.
    public let words: String
    /// Offsets into the coded text, in Unicode scalars.
    public let span: Range<Int>
    public let points: Int
  }

  /// nil for what speaks against every type.
  public let type: EventType?
  public let score: Int
  public let isCoded: Bool
  /// One sentence that says what decided.
  public let verdict: String
  public let cues: [Cue]
}
