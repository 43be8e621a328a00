import ArgumentParser
import EventCoding
import EventLog
import Foundation
import JSONText
import Projections
import Querying
import Reviewing

struct CoderTrain: AnnalsCommand {
  static let configuration = CommandConfiguration(
    commandName: "train", abstract: "Learn from labelled items, and write the weights.",
    discussion: """
      Beside the labels a line may have "feed"; items of one feed, or else of one source, are kept \
      together when the chances are calibrated on items that the weights have not seen.

        annals coder train labelled.jsonl -o coder.weights
        annals coder train --from-store      what annals review was told; the store codes by it from now on
      """)

  @Argument(
    help: ArgumentHelp("Labelled items, JSON Lines.", valueName: "file"), completion: .file())
  var files: [String] = []

  @Flag(
    help: "Learn from what people have judged in the store, on top of the weights in the program.")
  var fromStore = false

  @Flag(
    help: "Learn from the sentence encoder's vectors of the headlines too; such weights need it.")
  var encoder = false

  @OptionGroup var dictionaries: DictionaryOptions

  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard files.isEmpty == fromStore else {
      throw ValidationError("name files of labelled items, or say --from-store")
    }
  }

  func run(in surroundings: Surroundings) throws {
    if fromStore { return try learnFromStore(surroundings) }
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

  /// Writes the weights beside the store unless told otherwise; from now on the store codes by them.
  private func learnFromStore(_ surroundings: Surroundings) throws {
    let store = try store.open(surroundings)
    let coder = try dictionaries.bundledCoder(surroundings)
    let labels = try store.ask(StoreLabels.items)
    guard labels.count >= Lesson.fewest, let training = AnswerTraining(coder, labels) else {
      throw Failure(
        .no, "too few to learn from: \(Numerals.counted(labels.count, "judged item"))",
        hint: "\(Lesson.fewest) are the least; annals review asks for more")
    }
    let file = URL(filePath: output.file ?? store.path + ".weights").path
    let model = training.trained()
    var report = model.report.members ?? []
    report.append(.init("answers", .number(Int64(labels.count))))
    try OutputFile(file, sparing: surroundings.stores).write { write in
      try write(model.file(report: .object(report)))
    }
    try surroundings.settings.set(.weights, to: [file], in: store)
    try output.say(
      "learned from \(labels.count) judged items; new items are coded by \(file)", surroundings)
    try output.say(
      "annals rebuild --code codes the others again (--dry-run says what that changes); "
        + "annals config weights --unset goes back", surroundings)
  }

  private static let fewest = 50

  private static func sentence(_ report: JSON) -> String {
    ["types", "events", "stance"].compactMap { key in
      report[key]?.double.map { "\(key) \(Int(($0 * 100).rounded())) %" }
    }.joined(separator: ", ")
  }
}
