public import EventModel

/// What the coder reads of an item: plain text, no markup.
public struct ItemText: Sendable {
  public var title: String
  public var summary: String
  /// The full text of an article; empty for a headline.
  public var content: String
  /// BCP 47, when known.
  public var language: String?
  /// The day that relative dates are told from; without one they stay unresolved.
  public var published: CivilDay?
  /// The feed's name.
  public var source: String
  public var url: String?

  public init(
    title: String, summary: String = "", content: String = "", language: String? = nil,
    published: CivilDay?, source: String = "", url: String? = nil
  ) {
    self.title = title
    self.summary = summary
    self.content = content
    self.language = language
    self.published = published
    self.source = source
    self.url = url
  }

  /// The text that all spans are offsets into: title, summary and content, a line feed between.
  public var codedText: String { ItemText.joined([title, summary, content]) }

  static func joined(_ parts: [String]) -> String {
    parts.filter { !$0.isEmpty }.joined(separator: "\n")
  }
}
