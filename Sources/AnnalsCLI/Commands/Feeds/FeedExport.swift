import ArgumentParser
import EventModel
import FeedParsing
import Rendering
import SideTables

struct FeedExport: AnnalsCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write the feeds that are followed as OPML.",
    discussion: """
      Passwords, keys and headers are left out, and it is said of which feeds.

        annals feed export -o subscriptions.opml
      """)

  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run(in surroundings: Surroundings) throws {
    var list = OPML(title: "annals: subscriptions", outlines: [])
    let subscriptions = try store.openFeedsToAsk(surroundings).subscriptions()
    for subscription in subscriptions {
      list.outlines.add(
        OPMLOutline(
          title: subscription.title, xmlURL: subscription.url, htmlURL: subscription.site),
        under: subscription.groups[...])
    }
    try output.write(SafeText.xml(list.text), surroundings)
    let secret = subscriptions.filter { !$0.secrets.isEmpty }.map(\.title)
    if !secret.isEmpty {
      try output.say(
        "left out: the passwords, keys and headers of \(secret.joined(separator: ", ")); "
          + "who reads the list gives them again with annals feed add", surroundings)
    }
  }
}

extension [OPMLOutline] {
  /// Puts a feed into its groups, which are made where they are missing.
  mutating func add(_ feed: OPMLOutline, under groups: ArraySlice<String>) {
    guard let group = groups.first else { return append(feed) }
    let isGroup = { (outline: OPMLOutline) in outline.xmlURL == nil && outline.title == group }
    if !contains(where: isGroup) { append(OPMLOutline(title: group)) }
    self[firstIndex(where: isGroup)!].children.add(feed, under: groups.dropFirst())
  }
}
