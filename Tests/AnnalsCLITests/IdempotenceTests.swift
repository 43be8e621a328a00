import EventModel
import Foundation
import Testing

/// Whatever writes is safe to run again: the second time appends nothing.
@Suite struct IdempotenceTests {
  let person = Person()

  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private static func path(_ name: String) -> String { root.appending(path: name).path }

  /// Runs commands that fill the store, then one command twice; gives how much each run appended.
  func appended(_ command: [String], after others: [[String]] = []) throws -> [Int64] {
    for other in others { #expect(person.run(other).code == 0, "\(other)") }
    return try (1...3).map { _ in
      let before = try person.head
      let run = person.run(command)
      #expect(run.code == 0, "\(command): \(run.error)")
      person.wait(hours: 1)
      return try person.head - before
    }
  }

  static let commands: [(name: String, command: [String], others: [[String]])] = [
    ("init", ["init"], []),
    ("import of a book", ["import", path("Events/nlp-paradigms.jsonl")], []),
    ("ingest", ["ingest", path("Feeds/samples")], []),
    (
      "add",
      [
        "add", "--date", "2023", "--type", "funding", "--title", "A raises", "--source",
        "https://x.org",
      ], []
    ),
    ("forecast --record", ["forecast", "nlp", "--record"], [["init"]]),
    ("rebuild", ["rebuild"], [["init"], ["ingest", path("Feeds/samples")]]),
    ("rebuild --code", ["rebuild", "--code"], [["ingest", path("Feeds/samples")]]),
    ("feed import", ["feed", "import", path("Tests/Transcripts/inputs/feeds.opml")], []),
  ]

  @Test(arguments: commands.indices)
  func `running it again appends nothing`(index: Int) throws {
    let (name, command, others) = Self.commands[index]
    #expect(try appended(command, after: others).dropFirst() == [0, 0], "\(name)")
  }

  @Test func `an exported log that is imported again appends nothing`() throws {
    #expect(person.run("init").code == 0)
    let file = person.folder.appending(path: "log.jsonl").path
    #expect(person.run("log", "-O", "cloudevents", "-o", file).code == 0)
    #expect(try appended(["import", file]) == [0, 0, 0])
    let copy = Person()
    #expect(copy.run("import", file).code == 0)
    #expect(try copy.head == person.head)
    #expect(copy.run("import", file).code == 0)
    #expect(try copy.head == person.head)
  }
}
