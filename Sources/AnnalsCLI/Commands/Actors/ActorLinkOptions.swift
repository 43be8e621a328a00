import ArgumentParser
import EventLog
import EventModel
import Ingestion
import Projections
import Querying

/// What the commands have in common that say something of the name of an actor.
struct ActorLinkOptions: ParsableArguments {
  @OptionGroup var options: MarkOptions

  /// Records what a person says, unless it is said already.
  func record(_ surroundings: Surroundings, saying: (Question) throws -> ActorLink) throws {
    let vocabulary = try Vocabulary.of(surroundings)
    let link = try options.store.open(surroundings).ask { snapshot in
      try saying(Question(snapshot, asOf: surroundings.today, vocabulary: vocabulary))
    }
    try options.record(link.sentence, surroundings) { question in
      let names = try question.names()
      guard !names.leadsBack(link) else {
        throw Failure(
          .no, "\(link.of) is \(link.relation == .part ? "a part of " : "")\(link.name) already",
          hint: "annals actors show “\(link.name)” tells who says so")
      }
      return names.says(link) ? nil : .name(link)
    }
  }
}

extension PartialDate {
  /// A date as it is typed.
  init(typed text: String) throws {
    do { self = try PartialDate(edtf: text) } catch {
      throw Failure(
        .usage, "--since: “\(text)” is no date", hint: "write 2021-10-28, 2021-10 or 2021")
    }
  }
}
