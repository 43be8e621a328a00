package import EventCoding
import EventModel
import Ingestion
package import Projections

/// What answers teach: how the coder would judge by them, and how sure that is.
package struct Lesson: Sendable {
  /// How many items people have judged.
  package let answers: Int
  /// How many of them were coded as judged before, and how many are after: each by what the answers on
  /// four fifths of the others teach.
  package let before: Int
  package let after: Int
  /// The items that would be coded otherwise than they are: those of which somebody has said so, and the
  /// others.
  package let asJudged: Int
  package let toLookAt: [StoredItem]

  /// How few answers teach nothing that could be told from chance.
  package static let fewest = 20

  /// - Parameters:
  ///   - labels: what people have judged; at least ``fewest``, of which something can be learned.
  ///   - coder: by which the store is coded.
  ///   - base: what has learned nothing from them yet.
  package init?(
    _ labels: [LabelledItem], of coder: EventCoder, on base: EventCoder, in known: Snapshot
  ) throws {
    guard labels.count >= Lesson.fewest, let training = AnswerTraining(base, labels) else {
      return nil
    }
    let items = try known.items(ItemFilter(), limit: Lesson.reach).compactMap { item in
      try known.text(of: item).map { (item: item, id: $0.id, text: $0.text) }
    }
    let texts = labels.map(\.item) + items.map(\.text)
    let (coder, base) = (coder.prepared(for: texts), base.prepared(for: texts))
    answers = labels.count
    before = labels.count { coder.agrees(with: $0) }
    let folds = 5
    after = (0..<folds).reduce(0) { count, fold in
      let taught = base.with(
        training.trained(on: labels.indices.filter { $0 % folds != fold }))
      return count
        + labels.indices.count { $0 % folds == fold && taught.agrees(with: labels[$0]) }
    }
    let taught = base.with(training.trained())
    let judged = Dictionary(labels.map { ($0.id, $0) }) { $1 }
    var asJudged = 0
    var toLookAt: [StoredItem] = []
    for (item, id, text) in items {
      guard coder.first(in: text) != taught.first(in: text) else { continue }
      if let label = judged[id.description], taught.agrees(with: label) {
        asJudged += 1
      } else {
        toLookAt.append(item)
      }
    }
    (self.asJudged, self.toLookAt) = (asJudged, toLookAt)
  }

  /// How many of the newest items are coded again to see what would change.
  private static let reach = 1000
}

extension EventCoder {
  /// The type that an item's headline tells first; nil for none.
  fileprivate func first(in item: ItemText) -> EventType? {
    var headline = item
    headline.content = ""
    return code(headline).events.first?.type
  }

  fileprivate func agrees(with label: LabelledItem) -> Bool {
    first(in: label.item).map(label.types.contains) ?? label.types.isEmpty
  }
}
