import EventCoding
import JSONText

/// A labelled item, and where it is from.
struct SourcedItem {
  let labelled: LabelledItem
  /// The letter that its id begins with: what it was chosen for (`../shared/coding/README.md`).
  let family: String
  /// The collection that it was taken from.
  let origin: String

  init?(json: JSON) {
    guard let labelled = LabelledItem(json: json) else { return nil }
    self.labelled = labelled
    let isTraining = labelled.id.dropFirst().hasPrefix("-")
    family = isTraining ? String(labelled.id.prefix(1)) : "labelled"
    origin = json["origin"]?.string ?? ""
  }

  /// Drawn from whole feeds, of which most has nothing to do with the industry.
  var isOfWholeFeed: Bool { ["w", "x"].contains(family) }

  static let all = (SharedLabels.lines("train") + SharedLabels.lines("labelled"))
    .compactMap(SourcedItem.init(json:))
}
