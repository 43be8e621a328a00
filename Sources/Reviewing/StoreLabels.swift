package import EventCoding
import EventModel
import Ingestion
import JSONText
package import Projections

/// What people have judged in a store, as labels to learn from.
package enum StoreLabels {
  /// An item each, in the order in which the log learned of them: the events that it was said to tell, or
  /// that it tells none. What was taken back for another reason, such as a hoax, says nothing.
  package static func items(_ known: Snapshot) throws -> [LabelledItem] {
    let judgements = try known.judgements()
    let denied = try known.reviewAnswers().filter { $0.answer.tellsEvent == false }
      .map(\.subject)
    let numbers = Set(judgements.keys).union(denied).sorted()
    return try numbers.compactMap { try label($0, judgements[$0] ?? [:], in: known) }
  }

  private static func label(
    _ number: Int64, _ judgements: [Int64: Judgement], in known: Snapshot
  ) throws -> LabelledItem? {
    guard let item = try known.item(at: number),
      let (id, observation, text) = try known.text(of: item)
    else { return nil }
    let live = try known.accounts(ofItem: number).filter { !$0.isRetracted }
    let told = live.filter { judgements[$0.position] == .event }.map(\.report.event)
    guard !told.isEmpty || live.isEmpty && !judgements.values.contains(.withdrawn) else {
      return nil
    }
    return LabelledItem(
      json: .object([
        "id": .string(id.description), "title": .string(text.title),
        "summary": .string(text.summary), "lang": text.language.map(JSON.string),
        "published": text.published.map { .string($0.description) },
        "source": .string(text.source), "url": text.url.map(JSON.string),
        "feed": .string(observation.feed),
        "labels": .object([
          "types": .strings(told.flatMap { [$0.type] + $0.furtherTypes }.map(\.rawValue)),
          "actors": .strings(told.flatMap(\.actors).map(\.name)),
          "objects": .strings(told.flatMap(\.objects)),
          "stance": told.first.map { .string($0.stance.rawValue) },
          "polarity": told.first.map { .string($0.polarity.rawValue) },
        ]),
      ]))
  }
}
