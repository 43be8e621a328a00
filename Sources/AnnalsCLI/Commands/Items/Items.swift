import ArgumentParser

struct Items: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "items", abstract: "List, read and search what the feeds brought, coded or not.",
    discussion: """
        annals items                         the last 50
        annals items --new                   since your last look, and no event was made of it
        annals items 融资 --feed 36氪        by the words of titles and texts
        annals items show 3fa9               one of them, with its text and its revisions
        annals items read --all
      """, subcommands: [ItemList.self, ItemShow.self, ItemRead.self, ItemUnread.self],
    defaultSubcommand: ItemList.self)
}
