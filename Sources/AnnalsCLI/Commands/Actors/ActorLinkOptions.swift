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
    try options.record(surroundings) { question in
      let link = try saying(question)
      let names = try question.names()
      guard !names.leadsBack(link) else {
        throw Failure(
          .no, "\(link.of) is \(link.relation == .part ? "a part of " : "")\(link.name) already",
          hint: "annals actors show \(link.name.inShell) tells who says so")
      }
      return (link.sentence, names.says(link) ? nil : .name(link))
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
