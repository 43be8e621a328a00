import ArgumentParser
import EventCoding

struct CoderTest: AnnalsCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Compare what is coded with labels: precision, recall and F1.")

  @Argument(help: ArgumentHelp("Labelled items, JSON Lines.", valueName: "file"))
  var files: [String]

  @Option(
    help: ArgumentHelp("Weights of your own instead of the bundled ones.", valueName: "file"))
  var weights: String?

  @OptionGroup var dictionaries: DictionaryOptions

  @OptionGroup var output: OutputOptions

  func run(in surroundings: Surroundings) throws {
    let coder = try coder(surroundings)
    let items = try files.flatMap { try LabelledFile.read($0, surroundings) }
    try output.write(
      CodingScore(coder, on: items).document(of: items.count, coder, on: surroundings.today),
      surroundings)
  }

  private func coder(_ surroundings: Surroundings) throws -> EventCoder {
    guard let weights else { return try dictionaries.coder(surroundings) }
    guard let model = CoderModel(file: try InputFile.read(weights, surroundings)) else {
      throw Failure(
        .badInput, "\(weights) holds no weights, or not all of them",
        hint: "annals coder train makes such files")
    }
    let encoder = try model.encoder.map { name in
      try dictionaries.encoder(surroundings, named: name)
    }
    return EventCoder(try dictionaries.load(surroundings), model: model, encoder: encoder)
  }
}
