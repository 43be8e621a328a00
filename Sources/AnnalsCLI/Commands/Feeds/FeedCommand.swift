import ArgumentParser

struct FeedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "feed", abstract: "Follow feeds: add, list, check, import and export them.",
    subcommands: [
      FeedList.self, FeedAdd.self, FeedRemove.self, FeedCheck.self, FeedImport.self,
      FeedExport.self,
    ], defaultSubcommand: FeedList.self)
}
