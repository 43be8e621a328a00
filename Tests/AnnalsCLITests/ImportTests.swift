import Foundation
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
