import EventCoding
import JSONText

/// A labelled item, and where it is from.
struct SourcedItem {
  let labelled: LabelledItem
  /// What it stands and falls together with: the feed's file, or else the name of the source.
  let feed: String
  /// The letter that its id begins with: what it was chosen for (`../shared/coding/README.md`).
  let family: String
  /// The collection that it was taken from.
  let origin: String

  init?(json: JSON) {
    guard let labelled = LabelledItem(json: json) else { return nil }
    self.labelled = labelled
    feed = json["feed"]?.string ?? labelled.item.source
    let isTraining = labelled.id.dropFirst().hasPrefix("-")
    family = isTraining ? String(labelled.id.prefix(1)) : "labelled"
    origin = json["origin"]?.string ?? ""
  }

  /// Drawn from whole feeds, of which most has nothing to do with the industry.
  var isOfWholeFeed: Bool { ["w", "x"].contains(family) }

  static let all = (SharedLabels.lines("train") + SharedLabels.lines("labelled"))
    .compactMap(SourcedItem.init(json:))
}
