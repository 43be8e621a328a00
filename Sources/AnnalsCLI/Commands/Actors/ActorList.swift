import ArgumentParser
import Querying

struct ActorList: AskingCommand {
  static let inquiry = Inquiry.actors
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: inquiry.summary)

  @Argument(help: "Names, or parts of names; none means all.", completion: Completing.actor)
  var name: [String] = []

  @Flag(help: "Names that no dictionary and nobody knows.")
  var unknown = false

  @Option(name: [.customShort("n"), .long], help: "At most this many.")
  var limit: Int?

  @OptionGroup var options: AskOptions

  var arguments: [String: [String]] {
    ["name": name, "unknown": unknown ? ["yes"] : [], "limit": limit.map { ["\($0)"] } ?? []]
  }
}

struct ActorShow: AskingCommand {
  static let inquiry = Inquiry.actorShow
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: inquiry.summary)

  @Argument(help: "Any name of the actor.", completion: Completing.actor)
  var name: String

  @OptionGroup var options: AskOptions

  var arguments: [String: [String]] { ["name": [name]] }
}
