import EventCoding
package import EventModel
import Foundation
import Ingestion
package import JSONText
package import Projections
package import Querying

/// A question that one key answers.
package struct ReviewQuestion: Sendable {
  package enum Kind: String, Sendable {
    /// Is this what was coded, an event of the industry?
    case event
    /// No event was made of the item: is it one?
    case missed
    /// Do two reports tell one event?
    case same
  }

  package let kind: Kind
  /// The report, or the item, that is asked about.
  package let id: RecordID
  /// The event as it is believed; nil for an item without one.
  package let event: EventView?
  /// The other event, where it is asked whether they are one.
  package let other: EventView?
  /// What the item would tell, were it told that it tells an event.
  package let likeliest: Report?
  package let item: ItemObservation?
  /// The chance that there is an event, or that the two are one.
  package let chance: Double
  /// How much an answer is worth.
  package let value: Double
  /// Why it is asked, for people.
  package let reasons: [String]

  /// The key of the answer in the log.
  package var question: String {
    other.map { ReviewAnswer.same(as: $0.id) } ?? ReviewAnswer.event
  }

  /// The report that is asked about, or would be told.
  private var report: Report? { event?.head.report ?? likeliest }

  /// The sentence of the source, and the part of it, in Unicode scalars, that made it an event.
  package var sentence: (text: String, mark: Range<Int>?) {
    guard let report else { return (item?.title ?? "", nil) }
    guard let item, let evidence = report.event.evidence else {
      return (report.mention.title ?? report.event.title, nil)
    }
    let scalars = Array(item.text(now: Instant(milliseconds: 0)).codedText.unicodeScalars)
    guard evidence.span.upperBound <= scalars.count else { return (item.title, nil) }
    let text = String(String.UnicodeScalarView(scalars[evidence.span]))
    return (text, ReviewQuestion.place(of: evidence.trigger, in: text))
  }

  private static func place(of words: String, in text: String) -> Range<Int>? {
    guard !words.isEmpty, let range = text.range(of: words) else { return nil }
    let scalars = text.unicodeScalars
    let start = scalars.distance(from: scalars.startIndex, to: range.lowerBound)
    return start..<(start + words.unicodeScalars.count)
  }
}

extension ReviewQuestion {
  package static let schema = "annals.review/1"

  /// Its row in ``schema``.
  package var json: JSON {
    .object((asked.members ?? []) + (told.members ?? []))
  }

  private var asked: JSON {
    let (text, mark) = sentence
    let span = mark.map { [$0.lowerBound, $0.upperBound].map { JSON.number(Int64($0)) } }
    return .object([
      "id": .string(id.description), "kind": .string(kind.rawValue), "sentence": .string(text),
      "span": span.map(JSON.array) ?? .null,
      "with": other.map { .string($0.id.description) } ?? .null,
      "other": other.map { .string($0.head.report.mention.title ?? $0.event.title) } ?? .null,
      "chance": .number(rounded(chance)), "value": .number(rounded(value)),
      "why": .strings(reasons),
    ])
  }

  /// What the report says, or would say.
  private var told: JSON {
    let (event, mention) = (report?.event, report?.mention)
    let date = self.event?.date ?? event?.date
    func text(_ text: String?) -> JSON { text.map(JSON.string) ?? .null }
    return .object([
      "type": text(event?.type.rawValue), "actors": .strings((event?.actors ?? []).map(\.name)),
      "objects": .strings(event?.objects ?? []), "stance": text(event?.stance.rawValue),
      "date": text(date?.text), "source": text(mention?.source), "url": text(mention?.url),
      "published": text(mention?.published?.text),
    ])
  }

  private func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }

  /// Questions as a table, for people who look at them beforehand and for programs.
  package static func document(_ questions: [ReviewQuestion], of known: Question) -> Document {
    Document(
      schema: schema, head: known.snapshot.position, asOf: known.asOf,
      columns: [
        Column("kind", key: "kind"), Column("type", key: "type"), Column("title", key: "sentence"),
        Column("chance", isNumeric: true) { .share($0["chance"]?.double) },
        Column("why", key: "why").fitting(.whole), Column("id") { .id($0["id"]) },
        Column("with") { .id($0["with"]) },
        Column("actors", key: "actors", for: .programs),
        Column("source", key: "source", for: .programs),
        Column("url", for: .programs) { .url($0["url"]) },
        Column("published", for: .programs) { .date($0["published"]) },
      ], rows: questions.map(\.json))
  }
}
