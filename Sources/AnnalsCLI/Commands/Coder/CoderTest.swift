import ArgumentParser
import EventCoding

struct CoderTest: AnnalsCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Compare what is coded with labels: precision, recall and F1.",
    discussion: """
      With --second-reader the language model of your settings is asked about every item, whatever its \
      budget, and compared with the coder and with both together; without a file on 200 headlines that \
      annals brings along (annals help reader).
      """)

  @Argument(
    help: ArgumentHelp("Labelled items, JSON Lines.", valueName: "file"), completion: .file())
  var files: [String] = []

  @Flag(help: "Test the second reader of your settings beside the coder.")
  var secondReader = false

  @Option(
    help: ArgumentHelp("Weights of your own instead of the bundled ones.", valueName: "file"))
  var weights: String?

  @OptionGroup var dictionaries: DictionaryOptions

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if files.isEmpty, !secondReader {
      throw ValidationError("Missing expected argument '<file> ...'")
    }
  }

  func run(in surroundings: Surroundings) throws {
    let coder = try coder(surroundings)
    if secondReader { return try testReader(coder, surroundings) }
    let items = try files.flatMap { try LabelledFile.read($0, surroundings) }
    try output.write(
      CodingScore(coder, on: items).document(of: items.count, coder, on: surroundings.today),
      surroundings)
  }

  private func testReader(_ coder: EventCoder, _ surroundings: Surroundings) throws {
    guard let reader = try ConfiguredReader(surroundings) else {
      throw Failure(.usage, "no second reader is set", hint: "annals help reader says how")
    }
    let bundled = "Reader/headlines.jsonl"
    let items =
      files.isEmpty
      ? try LabelledFile.items(in: BundledFiles.file(bundled) ?? [], of: bundled)
      : try files.flatMap { try LabelledFile.read($0, surroundings) }
    let test = try ReaderTest(items, coder, reader, surroundings)
    try output.write(test.document(on: surroundings.today, coder), surroundings)
  }

  private func coder(_ surroundings: Surroundings) throws -> EventCoder {
    guard let weights else { return try dictionaries.coder(surroundings) }
    let model = try DictionaryOptions.model(weights, surroundings)
    let encoder = try model.encoder.map { name in
      try dictionaries.encoder(surroundings, named: name)
    }
    return EventCoder(try dictionaries.load(surroundings), model: model, encoder: encoder)
  }
}
