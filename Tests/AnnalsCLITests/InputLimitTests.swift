import AnnalsCLI
import EventModel
import Foundation
import Testing

@Suite struct InputLimitTests {
  @Test(arguments: [["code", "-"], ["dictionary", "check", "--dictionary", "-"]])
  func `an input that is larger than 256 MB is refused`(words: [String]) {
    nonisolated(unsafe) var said = ""
    let surroundings = Surroundings(
      now: Instant("2026-11-23")!, environment: [:],
      output: Output(isTerminal: false, width: nil) { _ in },
      error: Output(isTerminal: false, width: nil) { said += String(decoding: $0, as: UTF8.self) },
      input: { limit in [UInt8](repeating: 0x0A, count: min(limit, 300 << 20)) })
    #expect(Program.run(words, in: surroundings) == 65)
    #expect(said.hasPrefix("annals: - is larger than 256 MB\nhint: "), "\(said)")
  }

  @Test func `a long line is a line`() throws {
    let person = Person()
    let title = String(repeating: "营收三十多亿元 ", count: 20_000)
    let file = person.folder.appending(path: "long.jsonl")
    let line = #"{"id":"1","title":"\#(title)","content":"\#(title)"}"#
    try "\(line)\n".write(to: file, atomically: true, encoding: .utf8)
    let (code, output, _) = person.run("code", file.path)
    #expect(code == 0)
    #expect(output.hasPrefix(#"{"id":"1","events":["#))
  }
}
