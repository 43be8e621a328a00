import ArgumentParser
import Querying

struct Shift: AskingCommand {
  static let inquiry = Inquiry.shift
  static let configuration = CommandConfiguration(
    commandName: "shift", abstract: inquiry.summary,
    discussion: """
      Sets out the open phase, rival definitions of its end, the events of the log for each, what \
      speaks against it, the forecast under it, and what would settle it. The definitions are rows of a \
      book, to be edited: Events/README.md.

        annals shift nlp
        annals shift nlp --as-of 2025-12-31
        annals phases nlp --begin "Reasoning models" --date 2024-09-12 --source https://example.org
      """)

  @Argument(help: "The sequence, such as nlp.", completion: Completing.sequence)
  var sequence: String

  @OptionGroup var options: AskOptions

  var arguments: [String: [String]] { ["sequence": [sequence]] }
}
