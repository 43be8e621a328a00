import Foundation
import Testing

@testable import AnnalsCLI

/// Hostile text in events, arguments, file names and feeds never reaches a terminal.
@Suite struct HostileTextTests {
  static let hostile = "a\u{1B}[2J\u{9B}31m\u{202E}b\u{7F}\u{61C}c\u{200B}\u{2028}d|<b>`e"

  static func isBanned(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case ..<0x20, 0x7F...0x9F, 0x61C, 0x200B, 0x200E...0x200F, 0x2028...0x202E, 0x2060...0x206F:
      true
    default: false
    }
  }

  private func expectSafe(
    _ said: (code: Int32, output: String, error: String), _ command: [String],
    _ location: SourceLocation = #_sourceLocation
  ) {
    let banned = (said.output + said.error).unicodeScalars.filter(Self.isBanned)
    #expect(banned.isEmpty, "\(command)", sourceLocation: location)
  }

  @Test(arguments: [
    "table", "tsv", "csv", "json", "jsonl", "md", "ics", "atom", "jsonfeed", "timelinejs",
    "vega-lite",
  ])
  func `every question answers in every format without it`(format: String) throws {
    let person = Person()
    let text = Self.hostile
    let id = person.run(
      "add", "--date", "2023-05", "--type", "funding", "--actor", text, "--title", text,
      "--source", text
    ).output
    #expect(id.count == 9)
    person.run("phases", "--define", text, "type:funding", "--unit", "day")
    let commands = [
      ["log"], ["timeline"], ["search", "a"], ["show", String(id.prefix(8))], ["phases"],
      ["trend"], ["trend", "--metric", "revenue", "--actor", text], ["status"], ["feed", "list"],
      ["feed", "check"], ["forecast", text], ["forecast", "list"], ["forecast", "score"],
      ["compare", "--metric", text], ["show", text], ["timeline", text], ["log", "actor:" + text],
      ["phases", text], ["log", "-p", text], ["log", "--as-of", text], [text],
      ["log", "--" + text],
      ["undo", text], ["head"], ["check", "--against", text], ["forecast", "show", text],
      ["amend", String(id.prefix(8)), "--title", text + "x", "--reason", text], ["undo"],
      ["feed", "check", text], ["compare", "--metric", "x", "--at-least", text],
    ]
    for command in commands {
      expectSafe(person.run(command + ["-O", format]), command + ["-O", format])
    }
  }

  @Test func `file names and lines of files are told without it`() throws {
    let person = Person()
    let folder = person.folder.appending(path: "x\u{1B}[2J\u{202E}\u{9B}\ny")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let bad = folder.appending(path: "bad").path
    try "{\u{1B}\u{9B}\n".write(toFile: bad, atomically: false, encoding: .utf8)
    for command in ["parse", "code", "import", "ingest", "dictionary test", "feed import"] {
      let words = command.split(separator: " ").map(String.init)
      expectSafe(person.run(words + [bad]), words)
      expectSafe(person.run(words + [bad + "\u{1B}"]), words)
      expectSafe(person.run(words + [bad + "\u{1B}", "--json"]), words)
      #expect(person.run(words + [bad + "x"]).error.split(separator: "\n").count < 3)
    }
    expectSafe(person.run(["check", bad + ".jsonl"]), ["check"])
    expectSafe(person.run(["log", "-o", bad + "/x"]), ["log"])
    expectSafe(person.run(["status", "--store", bad + "x"]), ["status"])
  }

  @Test func `an exported log holds the very bytes`() throws {
    let person = Person()
    person.run(
      "add", "--date", "2023-05", "--type", "funding", "--title", Self.hostile, "--source", "s")
    #expect(person.run("log", "-O", "cloudevents").output.contains("\u{202E}"))
  }
}
