import JSONText
package import Querying

/// JSON Feed 1.1 (jsonfeed.org): an item for each event or forecast.
package struct JSONFeedFormat: Format {
  package init() {}

  package func write(_ document: Document, to output: (String) throws -> Void) rethrows {
    let items = document.entries.map { entry in
      JSON.object([
        "id": .string(Entry.urn(entry.id)), "url": entry.addresses.first.map(address),
        "title": .string(entry.title),
        "content_text": .string(entry.facts.joined(separator: "\n")),
        "date_published": .string(entry.recorded), "date_modified": .string(entry.updated),
        "authors": entry.sources.isEmpty
          ? nil : .array(entry.sources.map { .object(["name": .string($0)]) }),
        "tags": .strings([entry.kind]),
      ])
    }
    let feed = JSON.object([
      "version": "https://jsonfeed.org/version/1.1", "title": .string(document.feedTitle),
      "items": .array(items),
    ])
    try output(SafeText.json(feed) + "\n")
  }

  private func address(_ address: String) -> JSON { .string(SafeText.address(address)) }
}
