import ArgumentParser
import EventCoding
import JSONText
import Querying

struct DictionaryCheck: AnnalsCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Find what is malformed, duplicate names, names inside names and idle triggers.")

  @OptionGroup var dictionaries: DictionaryOptions

  @Option(
    help: ArgumentHelp("Labelled items; also find triggers that never or wrongly fire on them."))
  var labels: [String] = []

  @OptionGroup var output: OutputOptions

  func run(in surroundings: Surroundings) throws {
    let labelled = try labels.flatMap { try LabelledFile.read($0, surroundings) }
    let findings: [DictionaryFinding]
    do { findings = try dictionaries.read(surroundings).findings(labelled: labelled) } catch let
      error as DictionaryError
    { findings = error.findings }
    let rows = findings.map { finding in
      JSON.object([
        "rule": .string(finding.rule.rawValue), "subject": .string(finding.subject),
        "message": .string(finding.message),
      ])
    }
    try output.write(
      Document(
        schema: "annals.dictionary-findings/1",
        columns: [
          Column("rule", key: "rule"), Column("subject", key: "subject"),
          Column("message", key: "message"),
        ], rows: rows), surroundings)
    try output.say(Numerals.counted(findings.count, "finding"), surroundings)
    if !findings.isEmpty { throw ExitCode(ExitMeaning.no.rawValue) }
  }
}
