import EventModel
import JSONText
import Projections

extension Inquiry {
  package static let story = Inquiry(
    "story", "Show how a matter went: rumoured, agreed, done, denied, each stage with its source.",
    schema: StoryAnswer.schema,
    [
      Parameter(
        "name", .query, "An event's id, or a query such as a company's name.", isRequired: true),
      Parameter("limit", .count, "At most this many stories."),
    ]
  ) { question, arguments in
    StoryAnswer(
      stories: try question.stories(
        named: arguments.texts("name"), limit: arguments.count("limit") ?? 20),
      head: question.snapshot.position, asOf: question.asOf
    ).document
  }
}

extension Question {
  /// The story of the one event that an id names, else those that a query finds.
  func stories(named words: [String], limit: Int) throws -> [Story] {
    if let id = words.first, words.count == 1, id.utf8.count >= 4, id.allSatisfy(\.isHexDigit),
      try !snapshot.events(named: id.lowercased()).isEmpty
    {
      guard let event = try snapshot.event(number(ofEvent: id)) else {
        throw NoSuchEvent(prefix: id)
      }
      return [try story(of: event, names())]
    }
    return try stories(of: query(words), limit: limit)
  }
}

/// Stories, a table each for people, and rows of all for programs.
struct StoryAnswer {
  static let schema = "annals.story/1"

  let stories: [Story]
  let head: Int64
  let asOf: CivilDay

  var document: Document {
    let rows = stories.map(StoryAnswer.rows)
    return Document(
      title: stories.count == 1 ? "1 story" : "\(stories.count) stories",
      parts: [.table(Table(StoryAnswer.columns, rows.flatMap { $0 }, for: .programs))]
        + rows.map { .table(Table(StoryAnswer.shownColumns, $0, for: .people)) },
      json: .object([
        "schema": .string(StoryAnswer.schema), "head": .number(head),
        "asOf": .string(asOf.description), "rows": .array(rows.flatMap { $0 }),
      ]))
  }

  /// The row of each event in `annals.events/1`, with its stage, which story it belongs to (the id of
  /// the first), what went before, and what became of it.
  private static func rows(of story: Story) -> [JSON] {
    story.events.map { event in
      let outcome = story.outcome(of: event).map { outcome in
        JSON.object([
          "stage": .string(outcome.stage), "event": .string(outcome.event.id.description),
          "date": outcome.event.toldOn.map { .string($0.description) } ?? .null,
        ])
      }
      let mention = event.head.report.mention
      return .object(
        (EventAnswer.row(event).members ?? []) + [
          .init("story", .string(story.events[0].id.description)),
          .init("stage", .string(event.event.stageName)),
          .init("told", event.toldOn.map { .string($0.description) } ?? .null),
          .init("source", .string(mention.source)),
          .init(
            "follows", .strings(story.earlier(than: event).map { $0.id.description })),
          .init("outcome", outcome ?? .null),
          .init("isPending", .bool(event.event.stage.isPending)),
        ])
    }
  }

  private static let shownColumns = [
    Column("day") { .date($0["told"]) }, Column("stage", key: "stage"),
    Column("title", key: "title"), Column("source", key: "source").fitting(.spare),
    Column("became of it", outcome).fitting(.whole), Column("id") { .id($0["id"]) },
  ]

  private static let columns =
    [
      Column("story", for: .programs) { .id($0["story"]) }, Column("day") { .date($0["told"]) },
      Column("stage", key: "stage"), Column("source", key: "source"),
      Column("outcome") { Cell($0["outcome"]?["stage"]) },
      Column("outcome event") { .id($0["outcome"]?["event"]) },
      Column("outcome day") { .date($0["outcome"]?["date"]) },
    ] + EventAnswer.columns

  /// `confirmed 2026-03-05 (ef5a1c20)`; of what is pending and has no later stage, `nothing yet`.
  @Sendable private static func outcome(_ row: JSON) -> Cell {
    guard let stage = row["outcome"]?["stage"]?.string else {
      return row["isPending"] == .bool(true) ? .text("nothing yet") : .empty
    }
    let day = Cell(row["outcome"]?["date"]).plain
    let id = Cell.id(row["outcome"]?["event"]).shown
    return .text("\(participles[stage] ?? stage) \(day) (\(id))")
  }

  private static let participles = [
    "confirms": "confirmed", "completes": "done", "denies": "denied", "ends": "called off",
  ]
}

extension Event {
  /// How far it has got, in a word: denied, its phase, else rumoured or done.
  var stageName: String {
    if polarity == .denied { return "denied" }
    return stage == .rumoured ? "rumoured" : phase ?? stage.rawValue
  }
}
