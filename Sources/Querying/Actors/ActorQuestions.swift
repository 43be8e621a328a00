import EventModel
import JSONText
import Projections

extension Inquiry {
  package static let actors = Inquiry(
    "actors", "List who has been told of, or the names that nobody knows yet, the most met first.",
    schema: "annals.actors/1",
    [
      Parameter("name", .texts, "Names, or parts of names."),
      Parameter("unknown", .choice(["yes"]), "Names that no dictionary and nobody knows."),
      Parameter("limit", .count, "At most this many."),
    ]
  ) { question, arguments in
    try question.actors(
      like: arguments.texts("name"), areUnknown: arguments.text("unknown") != nil,
      limit: arguments.count("limit"))
  }

  package static let actorShow = Inquiry(
    "actors show", "Show the names of one actor, its parts, and what people have said of them.",
    schema: "annals.actor/1",
    [Parameter("name", .text, "Any name of the actor.", isRequired: true)]
  ) { question, arguments in
    try question.actor(named: question.knownActor(arguments.text("name") ?? ""))
  }
}

extension Question {
  /// What people have said of names.
  package func names() throws -> ActorNames { ActorNames(try snapshot.actorLinks()) }

  fileprivate func actors(
    like words: [String], areUnknown: Bool, limit: Int?
  ) throws -> Document {
    let names = try names()
    let tallies = try snapshot.actorTallies()
    let told = Dictionary(grouping: tallies) { names.current($0.name) }
    let all = try told.map { current, tallies in
      let whole =
        try tallies.count == 1
        ? tallies[0] : snapshot.actorTallies(of: tallies.map(\.name)).first ?? tallies[0]
      return ActorRow(
        name: current, tally: whole, others: names.others(of: current).map(\.name),
        wholes: names.wholes(of: current).map(\.name),
        isKnown: isKnown(current, names))
    }
    let rows = all.filter { row in
      (!areUnknown || !row.isKnown)
        && (words.isEmpty || words.contains { row.isCalled($0) })
    }.sorted { ($1.tally.reports, $0.name) < ($0.tally.reports, $1.name) }
    let (shown, isCut) = Question.page(limit) { Array(rows.prefix($0 ?? rows.count)) }
    let known = areUnknown ? all.filter(\.isKnown).map(\.name).sorted() : []
    return Document(
      schema: "annals.actors/1", head: snapshot.position, asOf: asOf,
      extras: [.init("total", .number(Int64(rows.count)))],
      columns: areUnknown ? ActorRow.unknownColumns : ActorRow.columns,
      rows: shown.map { row in row.json(near: areUnknown ? nearest(to: row.name, in: known) : nil)
      },
      footnotes: isCut ? ["… \(rows.count - shown.count) more"] : [])
  }

  private func isKnown(_ name: String, _ names: ActorNames) -> Bool {
    vocabulary.actor(name) != nil || names.isKnown(name)
  }

  fileprivate func actor(named name: String) throws -> Document {
    let names = try names()
    let current = names.current(name)
    let all = names.all(current)
    let tally = try snapshot.actorTallies(of: all).first
    let parts = names.parts(of: current)
    return ActorAnswer(
      name: current, others: names.others(of: current), wholes: names.wholes(of: current),
      parts: parts, tally: tally, isKnown: isKnown(current, names),
      history: try snapshot.actorHistory(of: Set(all + parts))
    ).document
  }
}

/// An actor of the list.
private struct ActorRow {
  let name: String
  let tally: ActorTally
  let others: [String]
  let wholes: [String]
  let isKnown: Bool

  func isCalled(_ word: String) -> Bool {
    ([name] + others).contains { $0.lowercased().contains(word.lowercased()) }
  }

  func json(near: String?) -> JSON {
    .object([
      "name": .string(name), "others": .strings(others), "partOf": .strings(wholes),
      "reports": .number(Int64(tally.reports)), "events": .number(Int64(tally.events)),
      "oldest": tally.oldest.map { .string($0.description) } ?? .null,
      "newest": tally.newest.map { .string($0.description) } ?? .null,
      "known": .bool(isKnown), "near": near.map(JSON.string) ?? .null,
    ])
  }

  private static let common = [
    Column("actor", key: "name"), Column("events", key: "events", isNumeric: true),
    Column("reports", key: "reports", isNumeric: true), Column("from") { .date($0["oldest"]) },
    Column("to") { .date($0["newest"]) },
  ]

  static let columns =
    common + [
      Column("other names", key: "others"), Column("part of", key: "partOf"),
      Column("known", key: "known", for: .programs),
    ]

  static let unknownColumns = common + [Column("perhaps", key: "near")]
}
