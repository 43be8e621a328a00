import ArgumentParser

/// `annals`, and what it can do.
struct Annals: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "annals",
    abstract: "Follow an industry through its news, and score the forecasts.",
    discussion: """
      annals reads feeds, codes the industry events in them, appends every fact to an append-only log \
      and answers from it: what happened, how things compare, what comes next.

        annals init                          make the store, with event books in it
        annals ingest Feeds/                 read feeds from files
        annals timeline actor:OpenAI -p 2022-11..2023-05
        annals compare OpenAI SenseTime --metric net_loss --period 2022
        annals forecast nlp --as-of 2023-05-15

      Pages of help: annals help \(HelpTopics.names.joined(separator: ", ")).
      """, version: "annals \(Program.version)",
    groupedSubcommands: [
      CommandGroup(
        name: "Collect",
        subcommands: [
          Init.self, FeedCommand.self, Fetch.self, Ingest.self, Import.self, Add.self, Amend.self,
          Undo.self,
        ]),
      CommandGroup(
        name: "Follow",
        subcommands: [
          New.self, Items.self, Open.self, Review.self, Tag.self, Star.self, Note.self, Save.self,
          Watch.self,
        ]),
      CommandGroup(
        name: "Ask",
        subcommands: [
          LogCommand.self, Show.self, Search.self, Timeline.self, Story.self, Compare.self,
          Trend.self, Phases.self, Shift.self, Forecast.self, Coverage.self,
          Sources.self, Actors.self,
        ]),
      CommandGroup(name: "Publish", subcommands: [ReportCommand.self, Serve.self, Mcp.self]),
      CommandGroup(
        name: "Care",
        subcommands: [
          Status.self, HeadCommand.self, Check.self, Rebuild.self, Export.self, Backup.self,
          Restore.self, Compact.self, Migrate.self, Doctor.self,
          CoderCommand.self, DictionaryCommand.self, Config.self,
        ]),
      CommandGroup(name: "Plumbing", subcommands: [Parse.self, Code.self, Sql.self]),
    ])
}
