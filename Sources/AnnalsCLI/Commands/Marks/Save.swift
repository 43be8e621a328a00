import ArgumentParser
import EventModel
import Ingestion
import Projections
import Querying

struct Save: AskingCommand {
  static let inquiry = Inquiry.savedQueries
  static let configuration = CommandConfiguration(
    commandName: "save", abstract: "Keep a query under a name, or list those that are kept.",
    discussion: """
      saved:NAME stands for the query in every other.

        annals save rounds type:funding amount:>1B
        annals log saved:rounds -p "last month"
        annals save rounds --remove
        annals save                          all of them
      """)

  @Argument(help: "A name for it.")
  var name: String?

  @Argument(help: "A query, such as type:funding amount:>1B.")
  var query: [String] = []

  @Flag(help: "Keep it no longer.")
  var remove = false

  @OptionGroup var options: AskOptions

  var arguments: [String: [String]] { [:] }

  func validate() throws {
    guard name == nil || query.isEmpty == remove, name != nil || !remove else {
      throw ValidationError("say which query to keep")
    }
    if let name, !name.allSatisfy({ $0.isLetter || $0.isNumber || "-_".contains($0) }) {
      throw ValidationError("“\(name)” is no name: write letters, digits, - and _")
    }
  }

  func run(in surroundings: Surroundings) throws {
    guard let name else { return try ask(surroundings) }
    let text = query.map(Save.quoted).joined(separator: " ")
    try MarkOptions(options).record(
      remove ? "\(name) is kept no longer" : "\(name) is kept", surroundings
    ) { question in
      if !remove { try question.check(query: text) }
      let saved = try question.snapshot.savedQueries(named: name).first?.query
      if saved == (remove ? nil : text) { return nil }
      return .save(name, query: remove ? nil : text)
    }
  }

  /// A word that the shell took out of its quotes, in quotes again.
  private static func quoted(_ word: String) -> String {
    let isPhrase =
      word.contains(where: \.isWhitespace) && !word.contains("\"") && !word.contains(":")
    return isPhrase ? "\"\(word)\"" : word
  }
}
