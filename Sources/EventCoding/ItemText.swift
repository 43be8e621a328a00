package import EventModel

/// What the coder reads of an item: plain text, no markup.
package struct ItemText: Sendable {
  package var title: String
  package var summary: String
  /// The full text of an article; empty for a headline.
  package var content: String
  /// BCP 47, when known.
  package var language: String?
  /// The day that relative dates are told from; without one they stay unresolved.
  package var published: CivilDay?
  /// The feed's name.
  package var source: String
  package var url: String?

  package init(
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
  package var codedText: String { ItemText.joined([title, summary, content]) }

  static func joined(_ parts: [String]) -> String {
    parts.filter { !$0.isEmpty }.joined(separator: "\n")
  }
}
