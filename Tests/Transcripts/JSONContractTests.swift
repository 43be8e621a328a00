import AnnalsCLI
import EventModel
import Foundation
import JSONText
import Testing

/// JSON is a contract: a key that a command has ever written, it goes on writing. `ANNALS_RECORD=1` adds
/// the keys of today to `contract.txt`.
@Suite(.serialized) struct JSONContractTests {
  static let file = TranscriptTests.root.appending(path: "Tests/Transcripts/contract.txt")

  static let commands = [
    "status", "log -n 3", "timeline -n 3", "search ChatGPT -n 3", "show 22f02e41", "story 22f02e41",
    "compare OpenAI --metric net_loss", "phases nlp", "shift nlp", "trend type:funding -p 2023",
    "trend --actor OpenAI --metric valuation --reaches 1e12", "forecast nlp --as-of 2023-05-15",
    "forecast llama", "forecast list", "forecast due", "forecast show f8be", "forecast score",
    "forecast backtest",
    "feed list", "feed check", "new --since 2020 -n 3", "items -n 3", "items show cda2b8a5",
    "search --items model -n 3", "tag", "save", "sources", "actors -n 3", "actors show OpenAI",
    "review -n 3", "config", "watch --pending", "coverage nlp", "coverage",
  ]

  @Test func `every command still writes its keys`() throws {
    #expect(FileManager.default.changeCurrentDirectoryPath(TranscriptTests.root.path))
    let store = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    defer {
      for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: store + end) }
    }
    for command in [
      "init --quiet", "ingest --quiet Feeds/samples", "tag 22f02e41 launch", "save x type:funding",
    ] {
      _ = run(command, store)
    }
    var keys: Set<String> = []
    for command in Self.commands {
      let json = try JSON.parse(run(command + " --json", store))
      collect(json, "annals \(command):", into: &keys)
    }
    if ProcessInfo.processInfo.environment["ANNALS_RECORD"] != nil {
      try keys.sorted().map { $0 + "\n" }.joined().write(
        to: Self.file, atomically: true, encoding: .utf8)
    }
    let promised = try String(contentsOf: Self.file, encoding: .utf8).split(separator: "\n")
    #expect(promised.map(String.init).filter { !keys.contains($0) } == [])
  }

  private func run(_ command: String, _ store: String) -> String {
    final class Screen { var text = "" }
    let screen = Screen()
    let surroundings = Surroundings(
      now: Instant("2026-11-23T12:00:00Z")!, environment: ["ANNALS_STORE": store],
      output: Output(isTerminal: false, width: nil) {
        screen.text += String(decoding: $0, as: UTF8.self)
      },
      error: Output(isTerminal: false, width: nil) { _ in }, input: { _ in [] })
    _ = Program.run(ShellWords.split(command), in: surroundings)
    return screen.text
  }

  private func collect(_ json: JSON, _ path: String, into keys: inout Set<String>) {
    for member in json.members ?? [] {
      // Dates and levels are data that stand where keys do.
      let isData = member.key.first?.isNumber ?? true
      let name = isData ? "*" : member.key
      keys.insert("\(path) \(name)")
      collect(member.value, "\(path) \(name)", into: &keys)
    }
    for element in json.elements ?? [] { collect(element, "\(path) []", into: &keys) }
  }
}
