/// Why an event was coded: what in the text made it so.
public struct Evidence: Hashable, Sendable {
  /// The words that decided the type.
  public let trigger: String
  /// The part of the item's text that tells the event, in Unicode scalars.
  public let span: Range<Int>
  /// 10...100.
  public let confidence: Int
  /// The digest of the dictionaries and the model that coded it; nil in records of before it was kept.
  public var coder: String?

  public init(trigger: String, span: Range<Int>, confidence: Int, coder: String? = nil) {
    self.trigger = trigger
    self.span = span
    self.confidence = confidence
    self.coder = coder
  }
}
