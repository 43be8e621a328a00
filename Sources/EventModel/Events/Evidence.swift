/// Why an event was coded: what in the text made it so.
package struct Evidence: Hashable, Sendable {
  /// The words that decided the type.
  package let trigger: String
  /// The part of the item's text that tells the event, in Unicode scalars.
  package let span: Range<Int>
  /// 10...100.
  package let confidence: Int
  /// The digest of the dictionaries and the model that coded it; nil in records of before it was kept.
  package var coder: String?

  package init(trigger: String, span: Range<Int>, confidence: Int, coder: String? = nil) {
    self.trigger = trigger
    self.span = span
    self.confidence = confidence
    self.coder = coder
  }
}
