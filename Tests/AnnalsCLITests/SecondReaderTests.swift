import Foundation
import JSONText
import LoopbackServer
import Testing

/// A language model that reads beside the coder.
@Suite struct SecondReaderTests {
  let person = Person()
  /// Nobody but a reader can tell what these are.
  private let fresh = "Quibly picks up fresh millions from backers"
  private let tide = "OpenAI launches a tide of slop, says critic"
  private let model = ModelOnLoopback()

  private var funding: String { ModelOnLoopback.event("funding", by: "Quibly", title: fresh) }

  @Test func `what it reads is believed, with the model on each field that it decided`() throws {
    model.say(funding, of: fresh)
    model.say(ModelOnLoopback.none, of: tide)
    let server = try model.serve()
    try person.setReader(server, "ask = \"all\"")
    let run = try person.ingest(fresh, tide)
    #expect(run.error.contains("second reader: read 2 of 2 items"))
    #expect(person.told == ["funding \(fresh)"])
    let row = try JSON.parse(person.run("log", "--json").output)["rows"]?.elements?.first
    let coder = try #require(row?["coders"]?["type"]?.string)
    #expect(coder.hasPrefix("model:tiny@"))
    #expect(row?["coders"]?["actors"]?.string == coder)
    #expect(row?["coders"]?["date"] == nil)
    let id = try #require(row?["id"]?.string)
    #expect(
      person.run("show", id, "-O", "table").output.contains("type, stance, actors by \(coder)"))
  }

  @Test func `the status names it`() throws {
    try person.setReader(try model.serve())
    #expect(person.run("status", "-O", "table").output.contains("second reader tiny"))
  }

  @Test func `without the table, and where nothing is unsure, nobody is asked`() throws {
    let server = try model.serve()
    try person.ingest(fresh)
    #expect(server.requests.isEmpty)
    try person.setReader(server)
    try person.ingest("How to bake bread at home", "Recipe: soup with leeks")
    #expect(server.requests.isEmpty)
    person.run("rebuild", "--code")
    person.run("log")
    #expect(server.requests.isEmpty)
  }

  @Test func `nothing is asked twice`() throws {
    model.say(funding, of: fresh)
    let server = try model.serve()
    try person.setReader(server, "ask = \"all\"")
    try person.ingest(fresh)
    try person.ingest(fresh)
    person.run("rebuild", "--code", "--second-reader")
    person.typed = {
      Array(#"{"id":"1","title":"\#(self.fresh)","source":"Sample"}"#.utf8)
    }
    let coded = person.run("code", "--explain", "-")
    #expect(coded.output.contains("read by model:tiny@"))
    #expect(coded.output.contains("“\(fresh)”"))
    #expect(server.requests.count == 1)
  }

  @Test func `a question in vain is asked again in two later runs, and no more`() throws {
    model.refuse(.answer("500 Internal Server Error"))
    let server = try model.serve()
    try person.setReader(server, "ask = \"all\"")
    for run in 1...5 {
      try person.ingest(fresh)
      #expect(server.requests.count == min(run, 3))
    }
    #expect(person.told.isEmpty)
  }

  @Test func `what was owed is read later, and as-of shows what was believed before`() throws {
    model.refuse(.answer("500 Internal Server Error"))
    let server = try model.serve()
    try person.setReader(server, "ask = \"all\"")
    try person.ingest(fresh)
    let before = try person.head
    model.refuse(nil)
    model.say(funding, of: fresh)
    person.wait(hours: 1)
    try person.ingest("How to bake bread at home")
    #expect(person.told == ["funding \(fresh)"])
    #expect(!person.run("log", "--as-of", "@\(before)").output.contains("Quibly"))
    #expect(person.run("rebuild", "--verify").code == 0)
  }

  @Test func `a person's word stands, whatever the model says later`() throws {
    try person.ingest("OpenAI launches ChatGPT for banks")
    let rows = try JSON.parse(person.run("log", "--json").output)["rows"]?.elements
    let id = try #require(rows?.first?["id"]?.string)
    #expect(person.run("amend", id, "--type", "partnership").code == 0)
    model.say(
      ModelOnLoopback.event(
        "personnel", by: "OpenAI", title: "OpenAI launches ChatGPT for banks"),
      of: "OpenAI launches ChatGPT for banks")
    let server = try model.serve()
    try person.setReader(server, "ask = \"all\"")
    #expect(person.run("rebuild", "--code", "--second-reader").code == 0)
    #expect(server.requests.count == 1)
    #expect(person.told == ["partnership OpenAI launches ChatGPT for banks"])
  }

  @Test func `a budget ends the questions of a run and of a day`() throws {
    let server = try model.serve()
    try person.setReader(server, "ask = \"all\"", "budget = { run = 2, day = 3 }")
    try person.ingest(
      "one thing", "another thing", "a third thing", "a fourth thing", "a fifth thing")
    func asked() -> Int { server.requests.reduce(0) { $0 + ModelOnLoopback.titles($1).count } }
    #expect(asked() == 2)
    try person.ingest("one thing")
    #expect(asked() == 3)
    try person.ingest("one thing")
    #expect(asked() == 3)
    person.wait(hours: 24)
    try person.ingest("one thing")
    #expect(asked() == 5)
  }

  @Test func `a server that wants to be left alone is left alone, in later runs too`() throws {
    model.refuse(.answer("429 Too Many Requests", ["Retry-After: 7200"]))
    let server = try model.serve()
    try person.setReader(server, "ask = \"all\"")
    let run = try person.ingest(fresh)
    #expect(run.error.contains("it wants no question before 2026-11-23T14:00:00Z"))
    person.wait(hours: 1)
    try person.ingest(tide)
    #expect(server.requests.count == 1)
    person.wait(hours: 2)
    try person.ingest("one more thing")
    #expect(server.requests.count > 1)
  }

  @Test func `the key is told to the server alone`() throws {
    model.say(funding, of: fresh)
    let server = try model.serve()
    try person.setReader(server, "ask = \"all\"", "key_env = \"THE_KEY\"")
    let without = try person.ingest(fresh)
    #expect(without.error.contains("THE_KEY is not set"))
    #expect(server.requests.isEmpty)
    person.environment["THE_KEY"] = "sk-quite-secret"
    var said = try person.ingest(fresh).error
    #expect(server.requests.first?.headers["authorization"] == "Bearer sk-quite-secret")
    model.refuse(.answer("401 Unauthorized", text: "no such key: sk-quite-secret"))
    said += try person.ingest(tide).error
    for words in [["log", "-O", "cloudevents"], ["status"], ["check"], ["export"]] {
      let run = person.run(words)
      said += run.output + run.error
    }
    #expect(!said.contains("sk-quite-secret"))
    let files = try FileManager.default.contentsOfDirectory(
      at: person.folder, includingPropertiesForKeys: nil
    ).filter { $0.lastPathComponent.hasPrefix("annals.sqlite") }
    #expect(!files.isEmpty)
    for file in files {
      #expect(try Data(contentsOf: file).firstRange(of: Data("sk-quite-secret".utf8)) == nil)
    }
    person.environment["THE_KEY"] = "two\nlines"
    let bad = try person.ingest("one more thing")
    #expect(bad.code == 65)
    #expect(!bad.error.contains("two"))
  }

  @Test func `who reviews first believes nothing of it, and is asked first where it disagrees`()
    throws
  {
    let (hedged, plain) = (
      "Apple is said to be readying its own language model, code-named Ajax",
      "OpenAI launches ChatGPT for banks"
    )
    model.say(ModelOnLoopback.event("partnership", by: "Apple", title: hedged), of: hedged)
    let server = try model.serve()
    try person.setReader(server, "ask = \"review\"")
    try person.ingest(plain, hedged)
    #expect(server.requests.count == 1)
    #expect(!person.told.contains("partnership \(hedged)"))
    let questions = try JSON.parse(person.run("review", "--json").output)["rows"]?.elements
    #expect(questions?.first?["sentence"]?.string == hedged)
    #expect(
      questions?.first?["why"]?.elements?.contains("the second reader finds partnership") == true)
  }

  @Test func `a dry run asks nobody`() throws {
    let server = try model.serve()
    try person.ingest(fresh)
    try person.setReader(server, "ask = \"all\"")
    try person.ingest(tide, more: ["--dry-run"])
    let run = person.run("rebuild", "--code", "--second-reader", "--dry-run")
    #expect(run.error.contains("would ask about 1 item"))
    #expect(server.requests.isEmpty)
  }

  @Test func `a fetch asks too, when all feeds have come`() throws {
    let site = Site(["/feed": .answer(text: Site.feed([fresh]))])
    let feeds = try site.serve()
    model.say(funding, of: fresh)
    let server = try model.serve()
    #expect(person.run("feed", "add", feeds.url("/feed"), "--allow-private").code == 0)
    try person.setReader(server, "ask = \"all\"")
    let run = person.run("fetch", "--all", "--allow-private")
    #expect(run.error.contains("second reader: read 1 of 1 item"))
    #expect(person.told == ["funding \(fresh)"])
  }

  @Test func `what is wrong in the settings is named with its line`() throws {
    let server = try model.serve()
    try person.setReader(server, "modle = \"x\"")
    let run = try person.ingest(fresh)
    #expect(run.code == 65)
    #expect(run.error.contains("config.toml:4: second_reader.modle is not known"))
    let none = Person().run("coder", "test", "--second-reader")
    #expect(none.code == 64)
    #expect(none.error.contains("annals help reader"))
  }

  @Test func `its test tells how it does beside the coder`() throws {
    let server = try ModelOnLoopback(otherwise: ModelOnLoopback.none).serve()
    try person.setReader(server)
    let run = person.run("coder", "test", "--second-reader", "--json")
    #expect(run.code == 0)
    let answer = try JSON.parse(run.output)
    #expect(answer["items"] == 200)
    #expect(answer["secondReader"]?["asked"] == 200)
    #expect(answer["rows"]?.elements?.first?["together"]?["low"] != nil)
    #expect(server.requests.count == 10)
  }
}
