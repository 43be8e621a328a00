import ArgumentParser
import EventCoding

struct DictionaryCheck: AnnalsCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Find duplicate names, names inside names, unbalanced languages and idle triggers.")

  @OptionGroup var dictionaries: DictionaryOptions

  @Option(
    help: ArgumentHelp("Labelled items; also find triggers that never or wrongly fire on them."))
  var labels: [String] = []

  @OptionGroup var output: OutputOptions

  func run(in surroundings: Surroundings) throws {
    let dictionary = try dictionaries.load(surroundings)
    let labelled = try labels.flatMap { try LabelledFile.read($0, surroundings) }
    let findings = dictionary.findings(labelled: labelled)
    let lines = findings.map { "\($0.rule.rawValue): \($0.subject): \($0.message)\n" }
    try output.write(lines.joined(), surroundings)
    try output.say("\(findings.count) findings", surroundings)
    if !findings.isEmpty { throw ExitCode(ExitMeaning.no.rawValue) }
  }
}
