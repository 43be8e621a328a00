import Foundation
import JSONText
import Querying
import Rendering
import Testing

@testable import AnnalsCLI

/// Every command answers in every format.
@Suite(.serialized) struct FormatMatrixTests {
  nonisolated(unsafe) static let person: Person = {
    let person = Person()
    person.run("init", "-q")
    person.run("ingest", "-q", samples)
    person.run("tag", "22f02e41", "launch")
    person.run("save", "rounds", "type:funding")
    return person
  }()

  private static let samples = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Feeds/samples").path

  private static let headlines = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Transcripts/inputs/headlines.jsonl").path

  static let questions = [
    "code \(headlines)", "code --groups --explain \(headlines)", "dictionary check",
    "log -n 5", "timeline -n 5", "search ChatGPT -n 5", "show 22f02e41",
    "story stance:rumoured",
    "compare --metric net_loss", "compare --metric net_loss --by year --currency USD",
    "actors -n 5", "actors --unknown -n 5", "actors show OpenAI",
    "compare SenseTime --metric gpu_count", "phases nlp", "shift nlp", "phases --suggest ChatGPT",
    "trend type:funding -p 2023",
    "trend --actor OpenAI --metric valuation --reaches 1e12", "forecast nlp --as-of 2023-05-15",
    "forecast --durations 4,3,2", "forecast list", "forecast due", "forecast show f8be",
    "forecast score",
    "forecast backtest", "forecast class", "feed list", "feed check", "status",
    "new --since 2020", "items -n 3", "items show cda2b8a5", "search --items model -n 3", "tag",
    "save", "review -n 3", "config", "sources", "coverage nlp", "sql SELECT+1+AS+one,+2.5+AS+two",
  ]

  static func run(_ command: String, _ more: String...) -> (
    code: Int32, output: String, error: String
  ) {
    person.run(command.split(separator: " ").map { String($0).replacing("+", with: " ") } + more)
  }

  /// The fields of a line of RFC 4180.
  static func fields(_ line: Substring) -> [String] {
    var (fields, isQuoted) = ([""], false)
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: fields.append("")
      default: fields[fields.count - 1].append(character)
      }
    }
    return fields
  }

  @Test(arguments: questions)
  func `every format has the whole table, and the kind of text that it is`(command: String) throws {
    let csv = Self.run(command, "-O", "csv").output.split(separator: "\r\n").map(Self.fields)
    let tsv = Self.run(command, "-O", "tsv").output.split(separator: "\n")
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
    #expect(csv.count > 1 && csv.count == tsv.count)
    #expect(Set(csv.map(\.count)).count == 1 && Set(tsv.map(\.count)).count == 1)
    #expect(csv[0].count == Set(csv[0]).count, "titles are told apart")
    expectDigits(csv)

    let json = try JSON.parse(Self.run(command, "-O", "json").output)
    #expect(json["schema"]?.string?.hasPrefix("annals.") == true)
    for line in Self.run(command, "-O", "jsonl").output.split(separator: "\n") {
      #expect(try JSON.parse(String(line)).members != nil)
    }
    let html = Self.run(command, "-O", "html").output
    #expect(html.hasPrefix("<section ") && html.hasSuffix("</section>\n"))
    let markdown = Self.run(command, "-O", "md").output
    #expect(markdown.contains("| --") || markdown.contains("- "))
    #expect(markdown != Self.run(command, "-O", "table").output)
  }

  /// Numbers of programs have no mark, no group and no exponent.
  private func expectDigits(_ csv: [[String]]) {
    let numeric: Set = [
      "value", "low", "high", "signed", "median", "low 50", "high 95", "share", "sources",
      "position", "duration", "stated", "crps", "PIT", "events", "of all",
    ]
    if csv[0][0] == "fact" { return }
    for (column, title) in csv[0].enumerated() where numeric.contains(title) {
      for line in csv.dropFirst() where line[column] != "" {
        #expect(
          line[column].allSatisfy { "0123456789.-".contains($0) }, "\(title): \(line[column])")
      }
    }
  }

  @Test(arguments: [
    "-O json", "-O=json", "--format json", "--format=json", "--json", "-O jsonl",
  ])
  func `an error is JSON where JSON was asked for`(flag: String) throws {
    let said = Self.run("show abcdef \(flag)")
    #expect(said.code == 1 && said.output == "")
    let json = try JSON.parse(said.error)
    #expect(json["error"]?["code"]?.integer == 1 && json["schema"] == "annals.error/1")
  }

  @Test(arguments: [
    "init", "init --empty", "add --date 2023 --type funding --title x --source y", "undo",
    "amend 22f02e41 --title x", "import EMPTY", "rebuild",
    "tag 22f02e41 x", "star 22f02e41", "note 22f02e41 why", "save x type:funding",
    "config contact", "config width 90", "watch", "watch --pending", "review --answers EMPTY",
    "items read --all", "items unread cda2b8a5", "open 22f02e41", "rebuild --verify",
    "rebuild --code", "check", "head", "compact", "phases --define x type:funding",
    "fetch --dry-run", "feed remove OpenAI", "feed import LIST",
    "forecast annul a378 --reason x",
  ])
  func `what a command has done is told in the format asked for`(command: String) throws {
    let files = ["EMPTY": "empty.jsonl", "LIST": "list.opml"].mapValues {
      Self.person.folder.appending(path: $0).path
    }
    try Data().write(to: URL(filePath: files["EMPTY"]!))
    try Data("<opml version='2.0'><body/></opml>".utf8).write(to: URL(filePath: files["LIST"]!))
    let words = command.split(separator: " ").map { files[String($0)] ?? String($0) }
    let said = Self.person.run(words + ["-O", "json"])
    #expect(said.code == 0)
    let json = try JSON.parse(said.output)
    #expect(json["schema"]?.string?.hasPrefix("annals.") == true)
  }

  @Test(arguments: [
    "import", "code", "parse", "ingest", "feed import", "dictionary test", "coder test",
  ])
  func `what is wrong with files is one JSON value too`(command: String) throws {
    let bad = Self.person.folder.appending(path: "bad").path
    try Data("{\n{\n".utf8).write(to: URL(filePath: bad))
    let words = command.split(separator: " ").map(String.init)
    let said = Self.person.run(words + [bad, bad, "--json"])
    #expect(said.code != 0)
    let error = try JSON.parse(said.error)["error"]
    #expect(error?["message"]?.string?.isEmpty == false)
    if ["import", "code", "parse", "ingest"].contains(command) {
      #expect(error?["details"]?.elements?.isEmpty == false)
    }
  }

  @Test(arguments: FormatName.allCases.filter { $0.schemas != nil })
  func `a command has a format, or ends with 64 and names those that it has`(
    format: FormatName
  ) throws {
    for path in Annals.leaves.map(\.path) {
      let command = Self.questions.first { $0 == path || $0.hasPrefix(path + " ") }
      guard FormatMatrix.formats(of: path).contains(format) else {
        let said = Self.run(command ?? path, "-O", format.rawValue)
        #expect(said.code == 64 && said.output == "", "\(path)")
        let had = FormatMatrix.formats(of: path).map(\.rawValue).joined(separator: ", ")
        #expect(said.error.contains("it has \(had.isEmpty ? "none" : had)"), "\(path)")
        continue
      }
      guard let command else { continue }
      let said = Self.run(command, "-O", format.rawValue)
      #expect(said.code == 0 && said.output != "", "\(command): \(said.error)")
    }
  }

  @Test func `what is wrong with a pair is told before anything is done`() throws {
    let head = try Self.person.head
    let words = ["add", "--date", "2024", "--type", "funding", "--title", "x", "--source", "y"]
    #expect(Self.person.run(words + ["-O", "ics"]).code == 64)
    #expect(Self.run("tag 22f02e41 x -qO atom").code == 64)
    #expect(Self.run("parse -O csv -").code == 64)
    #expect(Self.run("report -O csv").code == 64)
    #expect(Self.run("timeline type:funding -p 1900 -O svg").error.contains("nothing to draw"))
    #expect(try Self.person.head == head)
  }

  @Test(arguments: [
    "timeline actor:OpenAI", "compare --metric net_loss", "trend type:funding -p 2023",
    "trend --actor OpenAI --metric valuation", "phases", "forecast nlp --as-of 2023-05-15",
    "forecast --durations 4,3,2", "forecast score",
  ])
  func `an answer that has a chart is drawn`(command: String) {
    let said = Self.run(command, "-O", "svg")
    #expect(
      said.code == 0 && said.output.hasPrefix("<svg xmlns=") && said.output.hasSuffix("</svg>\n"))
  }

  @Test func `help formats has a line for each command with formats of its own`() {
    let help = Self.run("help formats").output
    #expect(help.contains("\n  forecast due         x    x"))
    #expect(!help.contains("\n  sources"))
    #expect(FormatName.allCases.allSatisfy { help.contains("\n  \($0.rawValue) ") })
  }

  @Test func `a stated amount is told apart into columns`() {
    let lines = Self.run("compare SenseTime --metric gpu_count", "-O", "csv").output
      .split(separator: "\r\n").map(Self.fields)
    let bounded = lines.first { $0.contains("at_least") }.map {
      Dictionary(zip(lines[0], $0)) { $1 }
    }
    #expect(bounded?["value"] == "10000" && bounded?["low"] == "10000" && bounded?["high"] == "")
    #expect(bounded?["approx"] != "" && bounded?["currency"] == "" && bounded?["unit"] == "gpu")
  }

  @Test func `the registry lists the questions that commands ask`() {
    let names = Annals.inquiries.map(\.name)
    #expect(
      names == [
        "new", "items", "items show", "tag", "save", "log", "show", "search", "timeline", "story",
        "compare", "trend", "phases", "shift", "forecast",
        "forecast list", "forecast due", "forecast show", "forecast score", "coverage", "sources",
        "actors", "actors show", "status",
      ])
    for inquiry in Annals.inquiries {
      #expect(inquiry.schema.hasPrefix("annals.") && !inquiry.summary.isEmpty)
    }
  }
}
