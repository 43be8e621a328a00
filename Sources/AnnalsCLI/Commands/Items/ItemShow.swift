import ArgumentParser
import JSONText
import Querying
import SideTables

struct ItemShow: AskingCommand {
  static let inquiry = Inquiry.itemShow
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: inquiry.summary,
    discussion: "What you have been shown, you have read.")

  @Argument(help: "The item's id, or its first digits.")
  var item: String

  @OptionGroup var reader: ReaderOptions
  @OptionGroup var options: AskOptions

  var arguments: [String: [String]] { ["item": [item]] }

  func run(in surroundings: Surroundings) throws {
    let document = try reader.answer(Self.inquiry, arguments, options, surroundings)
    guard let position = document.json["position"]?.integer else { return }
    try reader.note(in: options.store.path(surroundings)) { table in
      try table.note([position], areRead: true, by: reader.reader)
    }
  }
}
