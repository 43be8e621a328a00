/// Who took part in an event.
package struct Actor: Hashable, Sendable {
  /// The canonical name, such as `OpenAI`.
  package let name: String
  /// The part played, such as `investor` or `acquirer`; nil when the text does not say.
  package let role: String?

  package init(_ name: String, role: String? = nil) {
    self.name = name
    self.role = role
  }
}
