import ArgumentParser

struct Actors: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "actors",
    abstract: "Say which names are one actor, who was renamed, who owns whom.",
    discussion: """
      What you say is a record: log, timeline, compare, trend and queries follow it, annals undo takes it \
      back. A query such as group:Alphabet finds an actor and all that is a part of it.

        annals actors                        who has been told of
        annals actors --unknown              names that no dictionary knows, the most met first
        annals actors show Meta
        annals actors merge "Open AI Inc" OpenAI
        annals actors split "Open AI Inc"    it is an actor of its own
        annals actors rename Facebook Meta --since 2021-10-28
        annals actors part DeepMind Alphabet --since 2014-01
      """,
    subcommands: [
      ActorList.self, ActorShow.self, ActorMerge.self, ActorSplit.self, ActorRename.self,
      ActorPart.self,
    ], defaultSubcommand: ActorList.self)
}
