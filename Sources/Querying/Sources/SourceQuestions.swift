import EventModel
import JSONText
import Projections

extension Inquiry {
  package static let sources = Inquiry(
    "sources", "Show who has told what: reports, what they told first, what became of rumours.",
    schema: "annals.sources/1"
  ) { question, _ in
    let rows = try question.snapshot.sources().map { source in
      JSON.object([
        "source": .string(source.name), "reports": .number(Int64(source.reports)),
        "events": .number(Int64(source.events)), "first": .number(Int64(source.first)),
        "rumours": .number(Int64(source.rumours)),
        "confirmed": .number(Int64(source.confirmed)), "denied": .number(Int64(source.denied)),
        "reprints": .number(Int64(source.reprints)), "reprinted": .strings(source.reprinted),
        "oldest": source.oldest.map { .string($0.description) } ?? .null,
        "newest": source.newest.map { .string($0.description) } ?? .null,
      ])
    }
    let counts = ["reports", "events", "first", "rumours", "confirmed", "denied"]
    return Document(
      schema: "annals.sources/1", head: question.snapshot.position, asOf: question.asOf,
      columns: [Column("source", key: "source")]
        + counts.map { Column($0, key: $0, isNumeric: true) }
        + [
          Column("newest") { .date($0["newest"]) },
          Column("reprints", isNumeric: true, for: .people) { row in
            row["reprints"] == 0 ? .empty : Cell(row["reprints"])
          },
          Column("of", for: .people) { Cell($0["reprinted"]) },
          Column("oldest", for: .programs) { .date($0["oldest"]) },
          Column("reprints", key: "reprints", isNumeric: true, for: .programs),
          Column("of", key: "reprinted", for: .programs),
        ], rows: rows)
  }

  package static let coverage = Inquiry(
    "coverage", "Show until when the log knows what there is to know.", schema: "annals.coverage/1",
    [Parameter("query", .query, "A sequence, or a query over events; none means all sources.")]
  ) { question, arguments in try question.coverage(arguments.texts("query")) }
}

extension Question {
  /// Until when each source that would tell has told all, and until when it is known by any.
  fileprivate func coverage(_ words: [String]) throws -> Document {
    if words.isEmpty { return try coverage(by: snapshot.coveredSources(), known: nil) }
    if words.count == 1, let known = try known(ofSequence: words[0]) {
      return try coverage(
        by: [StatedCoverage.source(ofSequence: words[0])], known: .some(known.until))
    }
    let query = try query(words)
    let tellers = try sources(telling: query.filter, except: query.exclusions, until: asOf)
    let last = try snapshot.lastReport(matching: query.filter, except: query.exclusions).map {
      KnownUntil(day: min($0, asOf), reason: "the last report of it")
    }
    let known = try (tellers.compactMap(coverage(of:)) + [last].compactMap(\.self))
      .max { $0.day < $1.day }
    return try coverage(by: tellers, known: .some(known))
  }

  private func coverage(by sources: [String], known: KnownUntil??) throws -> Document {
    let rows = try sources.map { source in
      let known = try coverage(of: source)
      return JSON.object([
        "source": .string(source),
        "until": known.map { .string($0.day.description) } ?? .null,
        "reason": known.map { .string($0.reason) } ?? .null,
      ])
    }
    let until = known ?? nil
    let sentence = until.map { "known until \($0.day): \($0.reason)" } ?? "nothing dated is known"
    return Document(
      schema: "annals.coverage/1", head: snapshot.position, asOf: asOf,
      extras: known == nil
        ? []
        : [
          .init("until", until.map { .string($0.day.description) } ?? .null),
          .init("reason", until.map { .string($0.reason) } ?? .null),
        ],
      title: known == nil ? nil : sentence,
      columns: [
        Column("until") { .date($0["until"]) }, Column("source", key: "source"),
        Column("reason", key: "reason").fitting(.whole),
      ], rows: rows)
  }
}
