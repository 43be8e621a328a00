/// An entry of a feed, as served.
package struct Item: Sendable, Equatable {
  /// `guid`, `atom:id`, `rdf:about` or JSON Feed's `id`.
  package var id: String?
  package var title: TextConstruct?
  /// The page the item is about.
  package var url: String?
  /// The page an item of a link blog points to (JSON Feed's `external_url`).
  package var externalURL: String?
  package var summary: TextConstruct?
  /// The full text; of several alternatives the first.
  package var content: TextConstruct?
  package var authors: [Author] = []
  package var categories: [Category] = []
  package var published: FeedDate?
  package var updated: FeedDate?
  package var enclosures: [Enclosure] = []
  package var language: String?
  package var imageURL: String?
  package var commentsURL: String?

  package init() {}

  /// Title as plain text, or nil when there is none.
  package var plainTitle: String? {
    title.map(\.plainText).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The fullest text there is, content before summary, as plain text; empty when there is none.
  package var plainText: String { (content ?? summary)?.plainText ?? "" }

  /// The date the item carries: published, or else updated.
  package var date: FeedDate? { date(before: .max) }

  /// The same; a date at `end` (milliseconds since 1970) or later is not believed.
  package func date(before end: Int64) -> FeedDate? {
    Item.date(published, updated, before: end)
  }

  /// The same for who has only the two dates: a copy of an item costs thirty reference counts.
  static func date(_ published: FeedDate?, _ updated: FeedDate?, before end: Int64) -> FeedDate? {
    func isBelieved(_ date: FeedDate?) -> Bool { date?.instant.map { $0 < end } ?? false }
    if isBelieved(published) { return published }
    guard let other = updated ?? published else { return nil }
    return isBelieved(other) ? other : FeedDate(claimed: other.claimed, instant: nil)
  }
}

extension Item {
  /// Of id, address and title, to know the same item again within one document.
  var hash: UInt64 {
    func hash(_ text: String?) -> UInt64 { text.map(KeyHash.of) ?? 0 }
    return ((title?.hash ?? 0) &* 31 ^ hash(id)) &* 31 ^ hash(url)
  }
}
