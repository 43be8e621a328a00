package import JSONText

/// Where a claim comes from: one source's words about an event or a phase.
package struct Mention: Hashable, Sendable {
  /// The item that tells it; nil when a person or an event book does.
  package var item: RecordID?
  /// The feed or publication, the event book (`book:nlp-paradigms`), or `hand`.
  package var source: String
  /// An address, or a citation where there is none.
  package var url: String?
  /// When the source said it.
  package var published: PartialDate?
  /// The source's own headline.
  package var title: String?
  /// A few of the source's own words that carry the claim.
  package var quote: String?
  /// BCP 47, such as `zh`.
  package var language: String?

  /// Where it can be read: the address, else the source.
  package var citation: String { url ?? source }

  package init(
    item: RecordID? = nil, source: String, url: String? = nil, published: PartialDate? = nil,
    title: String? = nil, quote: String? = nil, language: String? = nil
  ) {
    self.item = item
    self.source = source
    self.url = url
    self.published = published
    self.title = title
    self.quote = quote
    self.language = language
  }
}

extension Mention {
  /// The name of the event book that tells it; nil for feeds and people.
  package var book: String? { source.hasPrefix("book:") ? String(source.dropFirst(5)) : nil }

  package var json: JSON {
    .object([
      "item": item.map(\.json),
      "source": .string(source),
      "url": url.map(JSON.string),
      "published": published.map { .string($0.text) },
      "title": title.map(JSON.string),
      "quote": quote.map(JSON.string),
      "language": language.map(JSON.string),
    ])
  }

  package init(json: JSON?) throws(FieldError) {
    let json = json ?? .null
    self.init(
      item: try json.optionalRecordID("item"), source: try json.text("source"),
      url: try json.optionalText("url"), published: try json.optionalDate("published"),
      title: try json.optionalText("title"), quote: try json.optionalText("quote"),
      language: try json.optionalText("language"))
  }
}
