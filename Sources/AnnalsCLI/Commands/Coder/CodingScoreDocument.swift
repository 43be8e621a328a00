import EventCoding
import EventModel
import JSONText
import Querying

extension CodingScore {
  /// A row for each type, and for all else that is compared.
  func document(of count: Int, _ coder: EventCoder, on today: CivilDay) -> Document {
    var rows = coder.dictionary.types.all.compactMap { type in
      types[type].map { row(type.rawValue, $0) }
    }
    rows += [
      row("all types", micro), row("event or none", events), row("actors", actors),
      row("objects", objects), row("rumoured", rumoured), row("denials", denials),
    ]
    return Document(
      schema: "annals.coding-score/1", head: 0, asOf: today,
      extras: [
        .init("macroF1", .number(macro)), .init("stanceAccuracy", .number(stanceAccuracy)),
      ],
      title: "\(count) items · macro F1 \(Numerals.short(macro)) · stance accuracy "
        + Numerals.short(stanceAccuracy),
      columns: [
        Column("what", key: "what"), rate("precision"), rate("recall"), rate("f1"),
        Column("right", key: "right", isNumeric: true),
        Column("wrong", key: "wrong", isNumeric: true),
        Column("missed", key: "missed", isNumeric: true),
      ], rows: rows)
  }

  private func row(_ what: String, _ tally: Tally) -> JSON {
    .object([
      "what": .string(what), "precision": .number(tally.precision),
      "recall": .number(tally.recall), "f1": .number(tally.f1),
      "right": .number(Int64(tally.right)), "wrong": .number(Int64(tally.wrong)),
      "missed": .number(Int64(tally.missed)),
    ])
  }

  private func rate(_ key: String) -> Column {
    Column(key, isNumeric: true) { .decimal($0[key]?.double) }
  }
}
