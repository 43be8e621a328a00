import ArgumentParser
import EventCoding
import EventModel
import JSONText
import Querying

struct DictionaryTest: AnnalsCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Compare what is coded with labels: precision, recall and F1.")

  @Argument(help: ArgumentHelp("Labelled items, JSON Lines.", valueName: "file"))
  var files: [String]

  @OptionGroup var dictionaries: DictionaryOptions

  @OptionGroup var output: OutputOptions

  func run(in surroundings: Surroundings) throws {
    let coder = EventCoder(try dictionaries.load(surroundings))
    let items = try files.flatMap { try LabelledFile.read($0, surroundings) }
    let score = CodingScore(coder, on: items)
    var rows = coder.dictionary.types.all.compactMap { type in
      score.types[type].map { row(type.rawValue, $0) }
    }
    rows += [
      row("all types", score.micro), row("event or none", score.events),
      row("actors", score.actors), row("objects", score.objects), row("rumoured", score.rumoured),
      row("denials", score.denials),
    ]
    let answer = Document(
      schema: "annals.coding-score/1", head: 0, asOf: surroundings.today,
      extras: [
        .init("macroF1", .number(score.macro)),
        .init("stanceAccuracy", .number(score.stanceAccuracy)),
      ],
      title: "\(items.count) items · macro F1 \(Numerals.short(score.macro)) · stance accuracy "
        + Numerals.short(score.stanceAccuracy),
      columns: [
        Column("what", key: "what"), rate("precision"), rate("recall"), rate("f1"),
        Column("right", key: "right", isNumeric: true),
        Column("wrong", key: "wrong", isNumeric: true),
        Column("missed", key: "missed", isNumeric: true),
      ], rows: rows)
    try output.write(answer, surroundings)
  }

  private func row(_ what: String, _ tally: Tally) -> JSON {
    .object([
      "what": .string(what), "precision": .number(tally.precision),
      "recall": .number(tally.recall), "f1": .number(tally.f1),
      "right": .number(Int64(tally.right)), "wrong": .number(Int64(tally.wrong)),
      "missed": .number(Int64(tally.missed)),
    ])
  }

  private func rate(_ key: String) -> Column {
    Column(key, isNumeric: true) { .decimal($0[key]?.double) }
  }
}
