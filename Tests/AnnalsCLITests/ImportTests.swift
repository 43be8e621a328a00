import Foundation
import JSONText
import Testing

/// Files as they come into a store.
@Suite struct ImportTests {
  let person = Person()

  func file(_ name: String, _ text: String) throws -> String {
    let file = person.folder.appending(path: name)
    try text.write(to: file, atomically: true, encoding: .utf8)
    return file.path
  }

  func row(_ id: String) -> String {
    #"{"id":"\#(id)","date":"2023-05-15","type":"funding","title":"\#(id) raises","source":"x"}"#
      + "\n"
  }

  /// The exported log of somebody who knows one event.
  func log() throws -> String {
    let other = Person()
    let book = try file("other.jsonl", row("other"))
    #expect(other.run("import", book).code == 0)
    return other.run("export").output
  }

  @Test func `books and logs come in together`() throws {
    let (book, log) = (try file("a.jsonl", row("a") + row("b")), try file("l.jsonl", log()))
    let answer = person.run("import", book, log)
    #expect(answer.error == "imported: 3 events, 3 mentions\n")
    // The log came into an empty store first, and so is a copy.
    #expect(person.run("check", "--against", log).code != 0)
    #expect(try person.head == 3)
  }

  @Test func `a wrong line in any file leaves the store as it was`() throws {
    let book = try file("a.jsonl", row("a"))
    let wrong = try file("wrong.jsonl", row("b") + "{}\n" + row("c") + "[]\n")
    let cut = try file(
      "cut.jsonl",
      String(
        log().replacing("lastsequence\":\"000000000001", with: "lastsequence\":\"000000000002")))
    let answer = person.run("import", book, wrong)
    #expect(answer.code == 65)
    #expect(
      answer.error == """
        \(wrong):2: id: is missing
        \(wrong):4: row: should be a JSON object
        annals: nothing was imported: 2 wrong lines
        hint: Events/README.md describes the format

        """)
    #expect(person.run("import", book, cut).code == 65)
    #expect(try person.head == 0)
    #expect(person.run("import", book).code == 0)
    #expect(try person.head == 1)
  }

  @Test func `exported books make the same events elsewhere, and are no news at home`() throws {
    let feeds = try file(
      "wire.xml",
      """
      <rss version="2.0"><channel><title>Wire</title>
      <item><guid>1</guid><title>Acme Robotics raises $20 million in Series A</title>
      <link>https://wire.example/1</link><pubDate>Tue, 03 Mar 2026 10:00:00 GMT</pubDate></item>
      <item><guid>2</guid><title>OpenAI is said to be in talks to acquire Acme Robotics</title>
      <pubDate>Wed, 04 Mar 2026 10:00:00 GMT</pubDate></item></channel></rss>
      """)
    let book = try file("a.jsonl", row("a") + row("b") + row("c") + row("d"))
    #expect(person.run("ingest", feeds).code == 0)
    #expect(person.run("import", book).code == 0)
    let ids = Dictionary(
      rows(person, ["log"]).map { ($0["title"]?.string ?? "", $0["id"]?.string ?? "") }
    ) { one, _ in one }
    func id(_ row: String) -> String { ids["\(row) raises"] ?? "" }
    #expect(person.run("amend", id("a"), "--merge", id("b")).code == 0)
    #expect(person.run("amend", id("c"), "--date", "2024-01-01", "--stance", "rumoured").code == 0)
    #expect(person.run("amend", id("d"), "--retract").code == 0)
    #expect(person.run("tag", id("a"), "europe", "later").code == 0)
    #expect(person.run("tag", id("a"), "later", "--remove").code == 0)
    #expect(person.run("star", id("c")).code == 0)
    #expect(person.run("undo").code == 0)
    #expect(person.run("note", id("c"), "ask").code == 0)
    #expect(person.run("save", "big", "type:funding", "--alert").code == 0)
    let folder = person.folder.appending(path: "books").path
    #expect(person.run("export", "--book", folder).code == 0)

    let other = Person()
    #expect(other.run("import", folder).code == 0)
    for question in [
      ["log", "--scope", "all"], ["timeline"], ["tag"], ["save"], ["story", "Acme"],
    ] {
      #expect(facts(other, question) == facts(person, question))
    }
    #expect(facts(other, ["log"]).count == 4)
    #expect(person.run("import", folder).error == "imported: nothing new\n")
    #expect(other.run("import", folder).error == "imported: nothing new\n")
    // Twice the same to the byte, so that version control sees what has changed.
    let again = other.folder.appending(path: "books").path
    #expect(other.run("export", "--book", again).code == 0)
    for name in ["events", "marks", "phases", "forecasts"] {
      let texts = try [folder, again].map {
        try String(contentsOfFile: "\($0)/\(name).jsonl", encoding: .utf8)
      }
      #expect(texts[0] == texts[1])
    }
  }

  @Test func `a book of somebody's own writing is not overwritten by an export`() throws {
    let folder = person.folder.appending(path: "mine")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let own = try file("mine/events.jsonl", row("a"))
    #expect(person.run("export", "--book", folder.path).code == 73)
    #expect(try String(contentsOfFile: own, encoding: .utf8) == row("a"))
  }

  /// The rows of an answer without when and where a store learned them.
  private func facts(_ person: Person, _ question: [String]) -> [String] {
    let when: Set = ["position", "recorded", "updated"]
    return rows(person, question).map { row in
      JSON.object((row.members ?? []).filter { !when.contains($0.key) }).text
    }.sorted()
  }

  private func rows(_ person: Person, _ question: [String]) -> [JSON] {
    let answer = person.run(question + ["-O", "json"])
    return (try? JSON.parse(Array(answer.output.utf8)))?["rows"]?.elements ?? []
  }

  @Test func `standard input is a file like others`() throws {
    person.typed = { Array(row("a").utf8) }
    #expect(person.run("import", "-").error == "imported: 1 event, 1 mention\n")
    let log = try log()
    person.typed = { Array(log.utf8) }
    #expect(person.run("import", "-").error == "imported: 1 event, 1 mention\n")
  }

  @Test func `a file that is not there, or a folder, is said to be none`() throws {
    #expect(person.run("import", "/nowhere.jsonl").error.hasPrefix("annals: there is no file"))
    #expect(person.run("import", person.folder.path).code == 65)
  }
}
