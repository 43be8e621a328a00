import ArgumentParser
import EventCoding
import EventLog
import EventModel
import Ingestion
import JSONText
import Projections
import Querying

struct Amend: AnnalsCommand {
  static let configuration = CommandConfiguration(
    commandName: "amend", abstract: "Correct an event by hand; the log keeps what was said before.",
    discussion: """
      What a person corrects stays corrected, whatever a book or a better coder says later; annals undo \
      takes it back. An empty value empties a field.

        annals amend 3fa9 --date 2023-03-14 --reason "the article has the wrong month"
        annals amend 3fa9 --amount "net_loss=540e6 USD" --actor company:OpenAI
        annals amend 3fa9 --mention 5d07 --stance rumoured
        annals amend 3fa9 --retract --reason "a hoax"
        annals amend 3fa9 --merge 81c2       81c2 is the same event
        annals amend 3fa9 --split 5d07       the report 5d07 tells of another event
        annals amend 3fa9 --stage-of 0a6c    a later stage of the story of 0a6c
      """)

  @Argument(help: "The event's id, or its first digits.", completion: Completing.event)
  var event: String

  @OptionGroup var fields: EventFields

  @Option(
    help: ArgumentHelp(
      "Which report of it to correct; the one that speaks for it unless given.",
      valueName: "report"))
  var mention: String?

  @Flag(help: "It no longer counts.")
  var retract = false

  @Option(
    help: ArgumentHelp("Another event that is the same.", valueName: "event"),
    completion: Completing.event)
  var merge: String?

  @Option(help: ArgumentHelp("A report of it that tells of another event.", valueName: "report"))
  var split: String?

  @Option(
    help: ArgumentHelp("An event of which it is a later stage.", valueName: "event"),
    completion: Completing.event)
  var stageOf: String?

  @Option(
    help: ArgumentHelp("An event of which it is no later stage.", valueName: "event"),
    completion: Completing.event)
  var notStageOf: String?

  @Option(help: "Why.")
  var reason: String = "corrected by hand"

  @OptionGroup var dictionaries: DictionaryOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    let kinds = [
      !fields.isEmpty, retract, merge != nil, split != nil, stageOf != nil, notStageOf != nil,
    ].count { $0 }
    guard kinds == 1 else {
      throw ValidationError(
        "say what to amend: fields, or one of --retract, --merge, --split, --stage-of and "
          + "--not-stage-of")
    }
    guard mention == nil || !fields.isEmpty else {
      throw ValidationError("--mention goes with the fields to correct")
    }
  }

  func run(in surroundings: Surroundings) throws {
    if let type = fields.type { _ = try dictionaries.types(surroundings).named(type) }
    let vocabulary = try dictionaries.vocabulary(surroundings)
    let store = try store.open(surroundings)
    let record = try store.record(reason: reason, now: surroundings.now) { known in
      let question = Question(known, asOf: surroundings.today)
      return try handAct(on: question.event(named: event), question, vocabulary)
    }
    guard let record else { return }
    let corrections = try store.ask { snapshot in
      try Question(snapshot, asOf: surroundings.today).event(named: event).sentences(of: record)
    }
    if output.chosen == nil {
      for correction in corrections { try output.say(correction, surroundings) }
    }
    try output.tell(
      "recorded \(record.short); annals undo takes it back",
      Document(
        schema: "annals.amended/1",
        facts: ["record": .string(record.description), "corrections": .strings(corrections)]),
      surroundings)
  }

  private func handAct(
    on detail: EventDetail, _ question: Question, _ vocabulary: Vocabulary
  ) throws -> HandAct {
    if retract {
      guard !detail.isRetracted else { throw Failure(.no, "it is retracted already") }
      return .retract(detail.accounts.map(\.id))
    }
    if let merge {
      let other = try question.event(named: merge)
      guard other.id != detail.id else {
        throw Failure(.no, "\(merge) and \(event) are one event already")
      }
      return .merge(into: detail.id, other.id)
    }
    if let stageOf { return try link(stageOf, to: detail, question) }
    if let notStageOf { return try unlink(notStageOf, from: detail, question) }
    if let split { return .split(try report(split, of: detail, "split off").id) }
    let account = try mention.map { try report($0, of: detail, "correct") } ?? detail.view.head
    let patch = try fields.patch(of: account.report.event, today: question.asOf, vocabulary)
    let source = fields.mention(of: account.report.mention)
    guard patch != nil || source != nil else {
      throw Failure(.no, "it says that already", hint: "annals show \(detail.id.short)")
    }
    return .correct(account.id, patch, mention: source)
  }

  private func link(
    _ earlier: String, to detail: EventDetail, _ question: Question
  ) throws -> HandAct {
    let other = try question.event(named: earlier).view
    guard other.id != detail.id else { throw Failure(.no, "\(earlier) and \(event) are one event") }
    guard !detail.view.stageOf.contains(other.id) else {
      throw Failure(.no, "it says that already", hint: "annals story \(detail.id.short)")
    }
    return .link(
      [(other.head.id, detail.view.head.id)],
      stage: EventLink.stage(from: other.event, to: detail.view.event))
  }

  /// Of each pair of their reports that anything links it is said that it does not.
  private func unlink(
    _ earlier: String, from detail: EventDetail, _ question: Question
  ) throws -> HandAct {
    let other = try question.event(named: earlier).view
    let links = try question.snapshot.links(of: detail.view).filter {
      $0.earlier == other.position
    }
    guard !links.isEmpty else {
      throw Failure(
        .no, "it is no later stage of \(earlier)", hint: "annals story \(detail.id.short)")
    }
    return .link(
      try question.snapshot.statements(linking: detail.view)
        .filter { $0.earlier == other.position && $0.later == detail.view.position }
        .map { ($0.link.from, $0.link.to) }, stage: EventLink.none)
  }

  private func report(_ prefix: String, of detail: EventDetail, _ what: String) throws -> Account {
    let matches = detail.accounts.filter { $0.id.description.hasPrefix(prefix.lowercased()) }
    guard matches.count == 1, split == nil || matches[0].id != detail.id else {
      throw Failure(
        .no, "the event has no such report to \(what)",
        hint: "annals show \(detail.id.short) lists its reports")
    }
    return matches[0]
  }
}
