import ArgumentParser
import EventCoding
import EventLog
import EventModel
import JSONText
import Projections
import Querying
import Reviewing
import SideTables

struct Review: AnnalsCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "Judge what was coded, the most useful question first.",
    discussion: """
      Each question is answered by one key: y (it is so), n (it is no event), e (fields are others), m (it \
      is another event), s (ask me later), u (take the last answer back), q. An answer is a record: undo \
      takes it back, and no coder overrides it. From twenty answers on, review says what they teach; \
      annals coder train --from-store learns it.

        annals review
        annals review --type funding --feed "Model Watch" --limit 50
        annals review --json | jq -c '.rows[] + {"answer":"y"}' | annals review --answers -
      """)

  @Option(help: .eventType, completion: Completing.type)
  var type: [String] = []

  @Option(
    help: "Only items of this feed, or a part of its name; repeat for more.",
    completion: Completing.feed)
  var feed: [String] = []

  @Option(name: [.customShort("n"), .long], help: "At most this many questions.")
  var limit: Int = 20

  @Option(
    help: ArgumentHelp(
      "Take the answers of a file: JSON Lines of questions with an “answer”, y, n, s, e (with "
        + "“fields”) or m (with “with”).", valueName: "file"))
  var answers: String?

  @OptionGroup var dictionaries: DictionaryOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit is a number from one on") }
  }

  func run(in surroundings: Surroundings) throws {
    let coder = try dictionaries.coder(surroundings)
    if answers == nil, output.chosen != nil { return try list(coder, surroundings) }
    let store = try store.openFeeds(surroundings)
    let recorder = AnswerRecorder(store: store, surroundings: surroundings)
    if let answers {
      let file = AnswerFile(name: answers, recorder: recorder, surroundings: surroundings)
      let told = try file.record(questions(in: store, coder, surroundings))
      try output.tell(
        told.sentence, Document(schema: "annals.reviewed/1", facts: [:], and: told.counts),
        surroundings)
    } else {
      var session = ReviewSession(recorder: recorder, surroundings: surroundings, limit: limit) {
        try questions(in: store, coder, surroundings)
      }
      let count = try session.run()
      try output.say(
        count == 0 ? "nothing was answered" : Numerals.counted(count, "answer") + " recorded",
        surroundings)
    }
    if output.chosen == nil { try tellLesson(store, coder, surroundings) }
  }

  /// What could be asked, without asking.
  private func list(_ coder: EventCoder, _ surroundings: Surroundings) throws {
    let store = try store.openToAsk(surroundings)
    let questions = try questions(in: store, coder, surroundings)
    try output.write(
      store.ask { known in
        ReviewQuestion.document(
          Array(questions.prefix(limit)), of: Question(known, asOf: surroundings.today))
      }, surroundings)
  }

  /// All there are, the most useful first; what was passed over comes last.
  private func questions(
    in store: Store, _ coder: EventCoder, _ surroundings: Surroundings
  ) throws -> [ReviewQuestion] {
    let skips = try store.read { try SkipTable($0).all() }
    let disputes = try StoredReadings.disputed(in: store)
    let questions = try store.ask { known in
      var filter = ReviewQueue.Filter()
      filter.types = Set(try type.map { try coder.dictionary.types.named($0) })
      let question = Question(known, asOf: surroundings.today)
      filter.feeds = try feed.flatMap(question.feeds)
      return try ReviewQueue(known, coder: coder, filter: filter, disputes: disputes)
        .questions()
    }
    func skipped(_ question: ReviewQuestion) -> Int64? {
      skips["\(question.id) \(question.question)"]
    }
    return questions.filter { skipped($0) == nil }
      + questions.filter { skipped($0) != nil }.sorted { skipped($0)! < skipped($1)! }
  }

  /// Says what the answers of the store teach, once there are enough.
  private func tellLesson(
    _ store: Store, _ coder: EventCoder, _ surroundings: Surroundings
  ) throws {
    let (lesson, examples): (Lesson?, [String]) = try store.ask { known in
      let labels = try StoreLabels.items(known)
      guard labels.count >= Lesson.fewest else { return (nil, []) }
      let base = try dictionaries.bundledCoder(surroundings)
      let lesson = try Lesson(labels, of: coder, on: base, in: known)
      let examples = try lesson?.toLookAt.prefix(3).compactMap {
        try known.observation(of: $0)?.id.short
      }
      return (lesson, examples ?? [])
    }
    guard let lesson else { return }
    let changed = lesson.asJudged + lesson.toLookAt.count
    try output.say(
      "\(lesson.answers) judged items would change \(Numerals.counted(changed, "past event")): "
        + "\(lesson.asJudged) as you would, \(lesson.toLookAt.count) to look at"
        + (examples.isEmpty ? "" : " (annals items show \(examples.joined(separator: ", ")))"),
      surroundings)
    try output.say(
      "coded as you judged: \(lesson.before) of \(lesson.answers) now, \(lesson.after) after "
        + "learning from the others; annals coder train --from-store", surroundings)
  }
}
