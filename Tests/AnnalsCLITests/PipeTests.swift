import Foundation
import JSONText
import Testing

/// Commands whose output is another's input.
@Suite struct PipeTests {
  static let samples = URL(filePath: #filePath).appending(path: "../../../Feeds/samples")
    .standardized.path

  let person = Person()

  private func pipe(_ input: String, into words: String...) -> (
    code: Int32, output: String, error: String
  ) {
    var isRead = false
    person.typed = {
      defer { isRead = true }
      return isRead ? [] : Array(input.utf8)
    }
    return person.run(words)
  }

  @Test(arguments: ["lab-notes.atom", "model-watch.en.rss", "ofweek.gb18030.rss"])
  func `parse, code and ingest bring what the feed itself brings`(name: String) throws {
    let feed = "\(Self.samples)/\(name)"
    let parsed = person.run("parse", feed).output
    let coded = pipe(parsed, into: "code")
    #expect(coded.code == 0)
    let items = try JSON.parse(parsed)["items"]?.elements ?? []
    #expect(!items.isEmpty && coded.output.split(separator: "\n").count == items.count)
    let piped = pipe(coded.output, into: "ingest", "-")
    #expect(piped.code == 0 && piped.error.contains("\(items.count) items"), "\(piped.error)")
    #expect(person.run("ingest", feed).error == "ingested 1 feed: nothing new\n")
  }

  @Test(arguments: ["\n", "\r\n"])
  func `several feeds are parsed and ingested in one go`(end: String) {
    let names = ["lab-notes.atom", "model-watch.en.rss"].map { "\(Self.samples)/\($0)" }
    let parsed = person.run(["parse"] + names).output
    let piped = pipe(parsed.replacing("\n", with: end), into: "ingest", "-")
    #expect(piped.code == 0 && piped.error.contains("-:2: "), "\(piped.error)")
    let coded = pipe(parsed, into: "code").output.replacing("\n", with: end)
    let again = pipe(coded, into: "ingest", "-")
    #expect(again.code == 0 && again.error.contains("nothing new"), "\(again.error)")
    #expect(person.run(["ingest"] + names).error == "ingested 2 feeds: nothing new\n")
  }

  @Test func `a line that is no feed is named, and the others are ingested`() {
    let parsed = person.run("parse", "\(Self.samples)/lab-notes.atom").output
    let answer = pipe("{\"a\":1}\n" + parsed, into: "ingest", "-")
    #expect(answer.code == 2 && answer.error.contains("-:1:"), "\(answer.error)")
    #expect(answer.error.contains("1 of 2 feeds could not be read"), "\(answer.error)")
    #expect(
      person.run("ingest", "\(Self.samples)/lab-notes.atom").error
        == "ingested 1 feed: nothing new\n")
  }

  @Test func `some of what was coded can be ingested`() {
    let coded = pipe(
      person.run("parse", "\(Self.samples)/lab-notes.atom").output, into: "code"
    ).output
    let told = coded.split(separator: "\n").filter { !$0.contains(#""events":[],"#) }
    let answer = pipe(told.joined(separator: "\n"), into: "ingest", "-", "-O", "json")
    #expect(answer.output.contains(#""items":\#(told.count),"#), "\(answer.output)")
  }

  @Test(arguments: ["json", "jsonl"])
  func `what was brought can be coded again`(format: String) {
    person.run("ingest", "\(Self.samples)/lab-notes.atom")
    let items = person.run("items", "-O", format).output
    let coded = pipe(items, into: "code")
    #expect(coded.code == 0 && coded.error == "", "\(coded.error)")
    #expect(coded.output.split(separator: "\n").count == 22)
  }

  @Test func `coded lines that do not say of what are refused`() {
    let coded = pipe(#"{"id":"1","title":"Acme raises $2B"}"#, into: "code").output
    let answer = pipe(coded, into: "ingest", "-")
    #expect(answer.code == 65 && answer.error.contains("does not say which item was coded"))
  }
}
