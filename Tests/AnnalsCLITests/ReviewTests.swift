import EventModel
import Foundation
import JSONText
import Projections
import Testing

/// A person judges what was coded, a key at a time or from a file.
@Suite struct ReviewTests {
  let person = Person()

  init() throws { try read(["OpenAI raises $30 billion in Series G funding"]) }

  private func read(_ titles: [String], feed: String = "Wire") throws {
    let file = person.folder.appending(path: "\(feed).xml")
    try Site.feed(titles, title: feed).write(to: file, atomically: true, encoding: .utf8)
    #expect(person.run("ingest", file.path).code == 0)
  }

  /// Types keys, one after the other, and gives what is said to that.
  private func type(_ keys: String, _ words: String...) -> String {
    var bytes = Array(keys.utf8)
    person.typed = { bytes.isEmpty ? [] : [bytes.removeFirst()] }
    let said = person.run(["review"] + words)
    #expect(said.code == 0, "\(said.error)")
    return said.output + said.error
  }

  private func questions(_ words: String...) throws -> [JSON] {
    try JSON.parse(person.run(["review", "--json"] + words).output)["rows"]?.elements ?? []
  }

  private func answer(_ lines: [JSON]) throws -> (code: Int32, output: String, error: String) {
    let file = person.folder.appending(path: "answers.jsonl")
    try lines.map { $0.text + "\n" }.joined().write(to: file, atomically: true, encoding: .utf8)
    return person.run("review", "--answers", file.path)
  }

  private func log() -> String { person.run("log", "-O", "tsv").output }

  @Test func `each answer is one record, and never asked for again`() throws {
    let head = try person.head
    #expect(try questions().count == 1)
    #expect(type("y").contains("1 answer recorded"))
    #expect(try person.head == head + 1)
    #expect(try questions().isEmpty)
    #expect(type("").contains("nothing was answered"))
  }

  @Test func `what is no event counts no longer, until that is undone`() throws {
    #expect(type("n").contains("1 answer recorded"))
    #expect(!log().contains("Series G"))
    #expect(person.run("undo").code == 0)
    #expect(log().contains("Series G"))
    #expect(try questions().count == 1)
  }

  @Test func `fields that are others are corrected, and one that no event has is named`() throws {
    let said = type("e type:partnership aktor:x\ne type:partnership actor:\"Foo Inc\"\n")
    #expect(said.contains("did you mean “actor”?"))
    #expect(log().contains("partnership\tFoo Inc"))
    #expect(try questions().isEmpty)
  }

  @Test func `a day may be told by today, and a wrong line of answers records nothing`() throws {
    try read(["Mistral AI acquires Adept for $2 billion"], feed: "Courier")
    let asked = try questions()
    func reply(_ place: Int, _ more: [JSON.Member]) -> JSON {
      .object([.init("id", asked[place]["id"]!), .init("kind", asked[place]["kind"]!)] + more)
    }
    let today = reply(
      0, [.init("answer", "e"), .init("fields", .object(["date": "today"]))])
    let head = try person.head
    for wrong in [
      [.init("answer", "e"), .init("fields", .object(["date": "some day"]))],
      [.init("answer", "m"), .init("with", "0123456789")],
    ] as [[JSON.Member]] {
      let said = try answer([today, reply(1, wrong)])
      #expect(said.code == 65 && said.error.contains("answers.jsonl:2: "), "\(said.error)")
      #expect(try person.head == head)
    }
    #expect(try answer([today]).code == 0)
    #expect(log().contains("2026-11-23"))
  }

  @Test func `an answer is taken back by one key, and the question comes again`() throws {
    try read(["Mistral AI acquires Adept for $2 billion"], feed: "Courier")
    let said = type("unuyy")
    #expect(said.contains("nothing was answered yet") && said.contains("2 answers recorded"))
    #expect(log().contains("Series G") && log().contains("Adept"))
    #expect(try questions().isEmpty)
  }

  @Test func `what is skipped is asked after all others`() throws {
    try read(["Mistral AI acquires Adept for $2 billion"], feed: "Courier")
    let first = try #require(questions().first?["id"])
    let head = try person.head
    _ = type("s", "-n", "1")
    #expect(try person.head == head)
    #expect(try questions().last?["id"] == first)
    #expect(try questions().count == 2)
  }

  @Test func `another key says nothing, and the end of the keys is the end`() {
    #expect(type("x").contains("nothing was answered"))
    #expect(log().contains("Series G"))
  }

  @Test func `questions come back with answers`() throws {
    let question = try #require(questions().first)
    let told = question.members! + [.init("answer", "n")]
    #expect(try answer([.object(told)]).error == "1 answer recorded\n")
    #expect(!log().contains("Series G"))
    #expect(try answer([.object(told)]).error == "0 answers recorded, 1 no longer asked\n")
  }

  @Test func `a wrong answer is named by its line, and none is recorded`() throws {
    let id = try #require(questions().first?["id"])
    let head = try person.head
    let wrong = try answer([
      .object(["id": id, "answer": "y"]), .object(["id": id, "answer": "perhaps"]),
    ])
    #expect(wrong.code == 65 && wrong.error.contains("answers.jsonl:2: answer: is “perhaps”"))
    #expect(try person.head == head)
  }

  @Test func `what a person has confirmed keeps its type when it is coded again`() throws {
    _ = type("e type:partnership\n")
    #expect(person.run("rebuild", "--code").code == 0)
    #expect(log().contains("partnership"))
  }

  @Test func `a missed event is told at a person's word, and stays when it is coded again`() throws
  {
    try read(["Sakana AI shows how it trains small models"], feed: "Blog")
    let missed = try #require(questions().first { $0["kind"] == "missed" })
    let answer =
      missed.members! + [
        .init("answer", "e"), .init("fields", .object(["type": "research", "actor": "Foo Inc"])),
      ]
    #expect(try self.answer([.object(answer)]).error == "1 answer recorded\n")
    #expect(log().contains("research\tFoo Inc"))
    #expect(person.run("rebuild", "--code").code == 0)
    #expect(log().contains("research\tFoo Inc"))
  }

  @Test func `twenty answers say what they teach, and train weights that the store codes by`()
    throws
  {
    let names = [
      "Abbot", "Barlow", "Cobham", "Darwin", "Exeter", "Fulham", "Girton", "Harlow", "Ilford",
      "Jarrow", "Kendal", "Ludlow",
    ]
    let ends = ["launches a sofa for two people", "launches a lamp for the garden"]
    for (feed, end) in ends.enumerated() {
      try read(names.map { "\($0) \(end)" }, feed: "Feed \(feed)")
    }
    while let question = try questions().first(where: { $0["kind"] != "same" }) {
      let isOurs = question["sentence"]?.string?.contains("OpenAI") ?? false
      let line = question.members! + [.init("answer", isOurs ? "y" : "n")]
      #expect(try answer([.object(line)]).code == 0)
    }
    #expect(person.run("coder", "train", "--from-store").code == 0)
    #expect(person.run("config", "weights").output.contains("annals.sqlite.weights"))
    try read(["Marlow launches a sofa for two people"], feed: "New")
    #expect(!log().contains("Marlow"))
    #expect(person.run("config", "weights", "--unset").code == 0)
    try read(["Newark launches a sofa for two people"], feed: "Newer")
    #expect(log().contains("Newark"))
  }

  @Test func `too few judgements teach nothing`() {
    let said = person.run("coder", "train", "--from-store")
    #expect(said.code == 1 && said.error.contains("too few to learn from: 0 judged items"))
  }
}
