package import EventModel
package import JSONText

/// An item with what a careful analyst coded in it.
package struct LabelledItem: Sendable {
  package var id: String
  package var item: ItemText
  /// What it stands and falls together with: the feed's file, or else the name of the source.
  package var feed: String
  /// Empty for an item that tells no event.
  package var types: Set<EventType>
  /// Whether it has nothing to do with the industry.
  package var isOffTopic: Bool
  package var actors: Set<String>
  package var objects: Set<String>
  package var stance: Stance?
  package var polarity: Polarity

  /// Reads one line of a labelled file: `{id, title, summary, published, source, url, labels: {types,
  /// actors, objects, stance, polarity, none_kind}}`; nil where title or labels are missing.
  package init?(json: JSON) {
    guard let title = json["title"]?.string, let labels = json["labels"] else { return nil }
    id = json["id"]?.string ?? ""
    item = ItemText(
      title: title, summary: json["summary"]?.string ?? "", language: json["lang"]?.string,
      published: json["published"]?.string.flatMap { CivilDay($0.prefix(10)) },
      source: json["source"]?.string ?? "", url: json["url"]?.string)
    feed = json["feed"]?.string ?? item.source
    func words(_ key: String) -> [String] { labels[key]?.elements?.compactMap(\.string) ?? [] }
    types = Set(words("types").map(EventType.init))
    isOffTopic = types.isEmpty && labels["none_kind"]?.string == "offtopic"
    actors = Set(words("actors"))
    objects = Set(words("objects"))
    stance = labels["stance"]?.string.flatMap(Stance.init(rawValue:))
    polarity = labels["polarity"]?.string.flatMap(Polarity.init(rawValue:)) ?? .asserted
  }
}
