/// Who took part in an event.
public struct Actor: Hashable, Sendable {
  /// The canonical name, such as `OpenAI`.
  public let name: String
  /// The part played, such as `investor` or `acquirer`; nil when the text does not say.
  public let role: String?

  public init(_ name: String, role: String? = nil) {
    self.name = name
    self.role = role
  }
}
