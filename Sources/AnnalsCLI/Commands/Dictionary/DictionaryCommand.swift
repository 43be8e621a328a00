import ArgumentParser

struct DictionaryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dictionary", abstract: "Check the dictionaries, and test them against labels.",
    discussion: """
      The bundled dictionaries are TOML files; your own add to them, or take words away under [drop].

        annals dictionary check
        annals dictionary check --dictionary mine.toml
        annals dictionary test labelled.jsonl
      """, subcommands: [DictionaryCheck.self, DictionaryTest.self])
}
