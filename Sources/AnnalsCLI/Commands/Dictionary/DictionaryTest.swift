import ArgumentParser
import EventCoding

struct DictionaryTest: AnnalsCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Compare what is coded with labels: precision, recall and F1.")

  @Argument(
    help: ArgumentHelp("Labelled items, JSON Lines.", valueName: "file"), completion: .file())
  var files: [String]

  @OptionGroup var dictionaries: DictionaryOptions

  @OptionGroup var output: OutputOptions

  func run(in surroundings: Surroundings) throws {
    let coder = try dictionaries.coder(surroundings)
    let items = try files.flatMap { try LabelledFile.read($0, surroundings) }
    try output.write(
      CodingScore(coder, on: items).document(of: items.count, coder, on: surroundings.today),
      surroundings)
  }
}
