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
}
