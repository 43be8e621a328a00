import ArgumentParser
import EventLog
import EventModel
import FeedParsing
import JSONText
import Querying

struct FeedImport: AnnalsCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Follow the feeds of a subscription list (OPML).",
    discussion: """
      Addresses that cannot be followed are named, and the others are followed (exit code 2); exit \
      code 1 says that the list holds no feed at all.

        annals feed import subscriptions.opml
        annals feed import - < subscriptions.opml
      """)

  @Argument(
    help: ArgumentHelp("OPML files; - is standard input.", valueName: "file"), completion: .file())
  var files: [String]

  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run(in surroundings: Surroundings) throws {
    let lists = try files.map { file in
      let bytes = try InputFile.read(file, surroundings)
      do throws(FeedError) { return try OPML.parse(bytes) } catch {
        throw Failure(.badInput, "\(file): \(error)", hint: "annals feed add follows one feed")
      }
    }
    let following = try store.open(surroundings).follow(lists, now: surroundings.now)
    try output.tell(
      following.sentence,
      Document(
        schema: "annals.feedsImported/1",
        facts: [
          "added": .number(Int64(following.added)), "known": .number(Int64(following.known)),
          "unusable": .strings(following.unusable), "leftOut": .strings(following.leftOut),
        ]), surroundings)
    for line in following.leftOut { try output.say("left out: \(line)", surroundings) }
    try following.conclude()
  }
}
