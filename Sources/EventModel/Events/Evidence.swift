/// Why an event was coded: what in the text made it so.
public struct Evidence: Hashable, Sendable {
  /// The words that decided the type.
  public let trigger: String
  /// The part of the item's text that tells the event, in Unicode scalars.
  public let span: Range<Int>
  /// 10...100.
  public let confidence: Int

  public init(trigger: String, span: Range<Int>, confidence: Int) {
    self.trigger = trigger
    self.span = span
    self.confidence = confidence
  }
}
