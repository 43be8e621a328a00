import ArgumentParser
import EventModel
import Ingestion
import Querying

struct ActorMerge: AnnalsCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "Say that a name is another name of an actor.")

  @Argument(help: "The name.", completion: Completing.actor)
  var name: String

  @Argument(help: "The actor, by the name that it keeps.", completion: Completing.actor)
  var actor: String

  @OptionGroup var link: ActorLinkOptions

  func run(in surroundings: Surroundings) throws {
    try link.record(surroundings) { question in
      ActorLink(try question.toldActor(name), .same, of: try question.knownActor(actor))
    }
  }
}

struct ActorSplit: AnnalsCommand {
  static let configuration = CommandConfiguration(
    commandName: "split", abstract: "Say that a name is that of an actor of its own.")

  @Argument(help: "The name.", completion: Completing.actor)
  var name: String

  @OptionGroup var link: ActorLinkOptions

  func run(in surroundings: Surroundings) throws {
    try link.record(surroundings) { question in
      let name = try question.toldActor(name)
      return ActorLink(name, .same, of: name, isOn: false)
    }
  }
}

struct ActorRename: AnnalsCommand {
  static let configuration = CommandConfiguration(
    commandName: "rename", abstract: "Say that an actor is called otherwise, from a day on.")

  @Argument(help: "What it was called.", completion: Completing.actor)
  var name: String

  @Argument(help: "What it is called.", completion: Completing.actor)
  var newName: String

  @Option(help: ArgumentHelp("From when on.", valueName: "date"))
  var since: String?

  @OptionGroup var link: ActorLinkOptions

  func run(in surroundings: Surroundings) throws {
    try link.record(surroundings) { question in
      ActorLink(
        try question.toldActor(name), .renamed, of: try question.nameAsTyped(newName),
        since: try since.map { try PartialDate(typed: $0) })
    }
  }
}

struct ActorPart: AnnalsCommand {
  static let configuration = CommandConfiguration(
    commandName: "part", abstract: "Say that an actor is a part of another, such as a subsidiary.")

  @Argument(help: "The part.", completion: Completing.actor)
  var name: String

  @Argument(help: "Of whom it is one.", completion: Completing.actor)
  var whole: String

  @Option(help: ArgumentHelp("From when on.", valueName: "date"))
  var since: String?

  @Flag(help: "It is no part of it.")
  var remove = false

  @OptionGroup var link: ActorLinkOptions

  func run(in surroundings: Surroundings) throws {
    try link.record(surroundings) { question in
      ActorLink(
        try question.knownActor(name), .part, of: try question.actorName(whole),
        since: try since.map { try PartialDate(typed: $0) }, isOn: !remove)
    }
  }
}
