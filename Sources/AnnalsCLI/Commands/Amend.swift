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
    abstract: "Correct an event by hand; the log keeps what was said before.",
    discussion: """
        annals amend 3fa9 --date 2023-03-14 --reason "the article has the wrong month"
        annals amend 3fa9 --retract --reason "a hoax"
        annals amend 3fa9 --merge 81c2       81c2 is the same event
        annals amend 3fa9 --split 5d07       the report 5d07 tells of another event
      """)

  @Argument(help: "The event's id, or its first digits.")
  var event: String

  @Option(help: "When it happened.")
  var date: String?

  @Option(help: .eventType)
  var type: String?

  @Option(help: ArgumentHelp("Who took part, all of them; repeat for more.", valueName: "name"))
  var actor: [String] = []

  @Option(help: "One line that says what happened.")
  var title: String?

  @Option(help: "official, reported or rumoured.")
  var stance: String?

  @Flag(help: "It no longer counts.")
  var retract = false

  @Option(help: ArgumentHelp("Another event that is the same.", valueName: "event"))
  var merge: String?

  @Option(help: ArgumentHelp("A report of it that tells of another event.", valueName: "mention"))
  var split: String?

  @Option(help: "Why.")
  var reason: String = "corrected by hand"

  @OptionGroup var dictionaries: DictionaryOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    let corrects = date != nil || type != nil || !actor.isEmpty || title != nil || stance != nil
    let kinds = [corrects, retract, merge != nil, split != nil].count { $0 }
    guard kinds == 1 else {
      throw ValidationError("say what to amend: fields, or one of --retract, --merge and --split")
    }
  }

  func run(in surroundings: Surroundings) throws {
    if let type { _ = try dictionaries.types(surroundings).named(type) }
    let store = try store.open(surroundings)
    let target = try store.ask { snapshot -> (RecordID, HandAmendment) in
      let question = Question(snapshot, asOf: surroundings.today)
      let detail = try question.event(named: event)
      return (detail.id, try amendment(of: detail, question))
    }
    let record = try store.amend(target.0, target.1, reason: reason, now: surroundings.now)
    try output.say("recorded \(record.short)", surroundings)
  }

  private func amendment(of detail: EventDetail, _ question: Question) throws -> HandAmendment {
    if retract { return .retract(detail.reportIDs) }
    if let merge { return .merge(try question.event(named: merge).id) }
    if let split {
      let matches = detail.reportIDs.filter { $0.description.hasPrefix(split.lowercased()) }
      guard matches.count == 1, matches[0] != detail.id else {
        throw Failure(
          .no, "the event has no such report to split off",
          hint: "annals show \(detail.id.short) lists its reports")
      }
      return .split(matches[0])
    }
    let given = JSON.object([
      "date": date.map(JSON.string), "type": type.map(JSON.string),
      "title": title.map(JSON.string), "stance": stance.map(JSON.string),
      "actors": actor.isEmpty ? nil : .strings(actor),
    ])
    return .correct(try detail.reports[0].event.replacing(given.members ?? []))
  }
}
