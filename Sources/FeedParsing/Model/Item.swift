/// An entry of a feed, as served.
public struct Item: Sendable, Equatable {
  /// `guid`, `atom:id`, `rdf:about` or JSON Feed's `id`.
  public var id: String?
  public var title: TextConstruct?
  /// The page the item is about.
  public var url: String?
  /// The page an item of a link blog points to (JSON Feed's `external_url`).
  public var externalURL: String?
  public var summary: TextConstruct?
  /// The full text; of several alternatives the first.
  public var content: TextConstruct?
  public var authors: [Author] = []
  public var categories: [Category] = []
  public var published: FeedDate?
  public var updated: FeedDate?
  public var enclosures: [Enclosure] = []
  public var language: String?
  public var imageURL: String?
  public var commentsURL: String?

  public init() {}

  /// Title as plain text, or nil when there is none.
  public var plainTitle: String? {
    title.map(\.plainText).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The fullest text there is, content before summary, as plain text; empty when there is none.
  public var plainText: String { (content ?? summary)?.plainText ?? "" }

  /// The date the item carries: published, or else updated.
  public var date: FeedDate? { published?.instant == nil ? updated ?? published : published }
}
