import Foundation
import Testing

@Suite struct OutputTests {
  let person = Person()

  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  private static let headlines =
    root.appending(path: "Tests/Transcripts/inputs/headlines.jsonl").path
  private static let feed = root.appending(path: "Tests/Transcripts/inputs/tiny.xml").path

  @Test(arguments: [("code", headlines), ("parse", feed)])
  func `a file holds what the terminal would show, of every input`(command: String, input: String)
    throws
  {
    let shown = person.run(command, input, input).output
    let file = person.folder.appending(path: "out").path
    #expect(person.run(command, input, input, "-o", file).output == "")
    #expect(try String(contentsOfFile: file, encoding: .utf8) == shown)
    #expect(shown == person.run(command, input).output + person.run(command, input).output)
  }

  @Test func `a terminal gets the first hundred and how many more there are, a file gets all`()
    throws
  {
    let book = person.folder.appending(path: "book.jsonl")
    try (1...120).map { number in
      """
      {"id":"e\(number)","date":"2026-01-01","type":"funding","title":"number \(number)",\
      "published":"2026-01-01","source":"https://a.example/\(number)"}

      """
    }.joined().write(to: book, atomically: true, encoding: .utf8)
    #expect(person.run("import", book.path).code == 0)
    person.terminal = { _ in 0 }
    let shown = person.run("log").output
    #expect(shown.contains("number 120") && !shown.contains("number 20\n"))
    #expect(shown.contains("… 20 more: -n 120"))
    let file = person.folder.appending(path: "all").path
    #expect(person.run("log", "-o", file).output == "")
    #expect(try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").count == 121)
    #expect(person.run("config", "columns", "title").code == 0)
    #expect(person.run("log").output.contains("… 20 more: -n 120"))
  }
}
