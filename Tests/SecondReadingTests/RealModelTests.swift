import EventCoding
import EventModel
import Foundation
import JSONText
import SecondReading
import Testing

/// A real model of 135 million weights behind llama.cpp's own server: `make test-reader`.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["ANNALS_TEST_READER"] != nil))
struct RealModelTests {
  /// Where `Tests/ModelServer/fetch.sh` has put it.
  private let folder = ProcessInfo.processInfo.environment["ANNALS_TEST_READER"] ?? ""

  /// Runs the server while `body` asks it at its address.
  private func served(_ body: (String) throws -> Void) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "Tests/ModelServer/serve.py", "\(folder)/model.gguf"]
    process.environment = ProcessInfo.processInfo.environment.merging(["PYTHONPATH": folder]) {
      $1
    }
    let (input, output) = (Pipe(), Pipe())
    (process.standardInput, process.standardOutput) = (input, output)
    process.standardError = FileHandle.nullDevice
    try process.run()
    defer {
      try? input.fileHandleForWriting.close()
      process.waitUntilExit()
    }
    var address = ""
    while !address.hasSuffix("\n") {
      let bytes = output.fileHandleForReading.availableData
      try #require(!bytes.isEmpty, "the server ended after “\(address)”")
      address += String(decoding: bytes, as: UTF8.self)
    }
    try body(address.trimmingCharacters(in: .whitespacesAndNewlines))
  }

  private let titles = [
    "Quibly raises $12 million for its Harbor robots", "OpenAI introduces GPT-4",
    "How to teach your robots, step by step", "百度推出大语言模型文心一言",
  ]

  @Test func `it is asked and answers, and nothing gets past the proof`() throws {
    let items = titles.map {
      ItemText(title: $0, published: ReaderBehaviour.now.day, source: "Wire")
    }
    try served { address in
      var settings = ReaderSettings(url: "\(address)/v1/chat/completions", model: "smollm2")
      settings.asking = .all
      let reader = try SecondReader(
        settings, prompt: ReaderPrompt(.bundled), key: nil, options: ReaderBehaviour.patient,
        clock: { ReaderBehaviour.now })
      let run = try ReadingRun(
        of: reader, memory: PassingMemory(), clock: { ReaderBehaviour.now })
      var coder = EventCoder()
      for some in [items.prefix(2), items.suffix(2)] {
        coder = try run.read(some.map { ItemToRead($0) }, with: coder)
      }
      print("a real model: \(run.tally.json.text)")
      #expect(run.tally.questions >= 1)
      #expect(run.tally.tokens > 0)
      for item in items {
        let (read, alone) = (coder.code(item).events, EventCoder().code(item).events)
        for event in read where event.evidence?.reader != nil {
          #expect(item.title.contains(event.evidence?.trigger ?? "?"))
          let known = Set(alone.flatMap { $0.actors.map(\.name) })
          for actor in event.actors {
            #expect(item.title.contains(actor.name) || known.contains(actor.name))
          }
          #expect(event.objects.allSatisfy { item.title.contains($0) || $0 == "ERNIE Bot" })
        }
      }
    }
  }
}
