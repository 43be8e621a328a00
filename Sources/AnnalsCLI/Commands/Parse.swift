import ArgumentParser
import FeedParsing
import JSONText
import Rendering

struct Parse: AnnalsCommand {
  static let configuration = CommandConfiguration(
    commandName: "parse", abstract: "Turn any feed into JSON Feed 1.1.",
    discussion: """
      RSS 0.9 to 2.0, RDF, Atom, CDF and JSON Feed, in any encoding, well-formed or not. What JSON Feed \
      lacks stands in _annals objects, with every repair as a diagnostic. Several files give one \
      document a line.

        annals parse feed.xml
        curl -s https://example.org/feed | annals parse - --base-url https://example.org/feed
      """)

  @Argument(
    help: ArgumentHelp("Feeds; - is standard input.", valueName: "file"), completion: .file())
  var files: [String] = ["-"]

  @Option(help: ArgumentHelp("What HTTP said of the type.", valueName: "type"))
  var contentType: String?

  @Option(
    help: ArgumentHelp("Where it was found; relative addresses start there.", valueName: "url"))
  var baseUrl: String?

  @OptionGroup var output: OutputOptions

  func run(in surroundings: Surroundings) throws {
    var failed = 0
    try output.streamJSON(surroundings) { write in
      for file in InputFile.expand(files) {
        let bytes = try InputFile.readFeed(file, surroundings)
        let report = FeedReport(of: bytes, contentType: contentType, baseURL: baseUrl)
        try report.write(to: write)
        try write([UInt8(ascii: "\n")])
        if let error = report.error {
          failed += 1
          try surroundings.complain("\(file):\(error.line): \(error.reason)")
        }
      }
    }
    if failed > 0 {
      throw Failure(
        .badInput, failed == 1 ? "no feed could be read" : "\(failed) feeds could not be read")
    }
  }
}
