import ArgumentParser
import Ingestion
import Projections
import Querying

struct Tag: AskingCommand {
  static let inquiry = Inquiry.tags
  static let configuration = CommandConfiguration(
    commandName: "tag", abstract: "Put words of your own on an event, or list the tags.",
    discussion: """
      A tag is one word; annals log tag:europe finds the events that bear it.

        annals tag b949 europe hardware
        annals tag b949 europe --remove
        annals tag                           all tags, and how many events bear each
      """)

  @Argument(help: "The event's id, or its first digits.", completion: Completing.event)
  var event: String?

  @Argument(help: "Words to put on it.", completion: Completing.tag)
  var tags: [String] = []

  @Flag(help: "Take them off again.")
  var remove = false

  @OptionGroup var options: AskOptions

  var arguments: [String: [String]] { [:] }

  func validate() throws {
    guard (event == nil) == tags.isEmpty else {
      throw ValidationError("say which words to put on the event")
    }
    let isWord = { (tag: String) in
      !tag.isEmpty && !tag.contains { $0.isWhitespace || "\",".contains($0) }
    }
    if let tag = tags.first(where: { !isWord($0) }) {
      throw ValidationError("“\(tag)” is no tag: a tag is one word")
    }
  }

  func run(in surroundings: Surroundings) throws {
    guard let event else { return try ask(surroundings) }
    let words = tags.joined(separator: ", ")
    let sentence = remove ? "\(words) off \(event)" : "\(words) on \(event)"
    try MarkOptions(options).record(sentence, surroundings) { question in
      let detail = try question.event(named: event)
      let changed = tags.filter { detail.view.marks.tags.contains($0) == remove }
      return changed.isEmpty ? nil : .tag(detail.id, changed, isOn: !remove)
    }
  }
}
