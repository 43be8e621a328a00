import ArgumentParser
import EventCoding
import JSONText

struct CoderTrain: AnnalsCommand {
  static let configuration = CommandConfiguration(
    commandName: "train", abstract: "Learn from labelled items, and write the weights.",
    discussion: """
      Beside the labels a line may have "feed"; items of one feed, or else of one source, are kept \
      together when the chances are calibrated on items that the weights have not seen.
      """)

  @Argument(help: ArgumentHelp("Labelled items, JSON Lines.", valueName: "file"))
  var files: [String]

  @Flag(
    help: "Learn from the sentence encoder's vectors of the headlines too; such weights need it.")
  var encoder = false

  @OptionGroup var dictionaries: DictionaryOptions

  @OptionGroup var output: OutputOptions

  func run(in surroundings: Surroundings) throws {
    guard output.file != nil else {
      throw Failure(.usage, "weights are no text", hint: "-o coder.weights")
    }
    let items = try files.flatMap { try LabelledFile.read($0, surroundings) }
    guard items.count >= CoderTrain.fewest else {
      throw Failure(
        .badInput, "\(items.count) labelled items are too few to learn from",
        hint: "\(CoderTrain.fewest) are the least, some thousands are of use")
    }
    let coder = EventCoder(try dictionaries.load(surroundings), model: nil)
    let encoder = encoder ? try dictionaries.encoder(surroundings) : nil
    let (model, report) = CoderTraining(items, with: coder, encoder: encoder).trained()
    try output.stream(surroundings) { write in try write(model.file(report: report)) }
    try output.say(
      "learned from \(items.count) items; of sources not seen: \(CoderTrain.sentence(report))",
      surroundings)
  }

  private static let fewest = 50

  private static func sentence(_ report: JSON) -> String {
    ["types", "events", "stance"].compactMap { key in
      report[key]?.double.map { "\(key) \(Int(($0 * 100).rounded())) %" }
    }.joined(separator: ", ")
  }
}
