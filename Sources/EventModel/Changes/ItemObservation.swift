import JSONText

/// An item as a feed served it for the first time.
package struct ItemObservation: Equatable, Sendable {
  /// The identity of the feed: its own address where it states one.
  package var feed: String
  /// The feed's title, for people.
  package var feedTitle: String
  /// What tells the item from the feed's others: its guid, or the next best.
  package var key: String
  /// Other names under which the item may come back, such as its address without tracking.
  package var aliases: [String]
  package var url: String?
  package var title: String
  /// Plain text.
  package var summary: String
  /// Plain text; empty where the feed serves no more than the summary.
  package var content: String
  package var language: String?
  /// The date as the feed spells it.
  package var claimed: String?
  /// The moment that `claimed` means; nil when it cannot be read.
  package var published: Instant?

  package init(
    feed: String, feedTitle: String, key: String, aliases: [String] = [], url: String? = nil,
    title: String, summary: String = "", content: String = "", language: String? = nil,
    claimed: String? = nil, published: Instant? = nil
  ) {
    self.feed = feed
    self.feedTitle = feedTitle
    self.key = key
    self.aliases = aliases
    self.url = url
    self.title = title
    self.summary = summary
    self.content = content
    self.language = language
    self.claimed = claimed
    self.published = published
  }
}

extension ItemObservation {
  var json: JSON {
    .object([
      "feed": .string(feed),
      "feedTitle": .string(feedTitle),
      "key": .string(key),
      "aliases": aliases.isEmpty ? nil : .strings(aliases),
      "url": url.map(JSON.string),
      "title": .string(title),
      "summary": summary.isEmpty ? nil : .string(summary),
      "content": content.isEmpty ? nil : .string(content),
      "language": language.map(JSON.string),
      "claimed": claimed.map(JSON.string),
      "published": published.map { .string($0.description) },
    ])
  }

  init(json: JSON) throws(FieldError) {
    self.init(
      feed: try json.text("feed"), feedTitle: try json.optionalText("feedTitle") ?? "",
      key: try json.text("key"), aliases: try json.texts("aliases"),
      url: try json.optionalText("url"), title: try json.optionalText("title") ?? "",
      summary: try json.optionalText("summary") ?? "",
      content: try json.optionalText("content") ?? "",
      language: try json.optionalText("language"), claimed: try json.optionalText("claimed"),
      published: try json.optionalText("published").flatMap(Instant.init))
  }
}
